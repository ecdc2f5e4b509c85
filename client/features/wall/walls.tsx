import { useState } from 'react'
import type { WallLayout } from '../../../server/contract/video.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'

interface Props {
  readonly layout: WallLayout
  readonly onLoad: (layout: WallLayout) => void
}

/** One's own layouts, kept on the server: they are there at the next workstation as well. */
export const Walls = ({ layout, onLoad }: Props) => {
  const t = useWords().wall
  const [loaded, again] = useRequest('walls', (signal) => request('GET /api/walls', { signal }))
  const [name, setName] = useState<string>()
  const all = loaded.value?.walls ?? []
  const save = async (): Promise<void> => {
    if (!name?.trim()) return
    const same = all.find((one) => one.name === name.trim())
    const { id: _, ...body } = { ...layout, name: name.trim() }
    const id = same?.id ?? crypto.randomUUID()
    const { wall } = await request('PUT /api/walls/:id', { params: { id }, body })
    onLoad(wall)
    setName(undefined)
    again()
  }
  const remove = async (): Promise<void> => {
    await request('DELETE /api/walls/:id', { params: { id: layout.id } })
    onLoad({ ...layout, id: '', name: '' })
    again()
  }
  if (name !== undefined)
    return (
      <form
        className="wall-save"
        onSubmit={(e) => {
          e.preventDefault()
          void save()
        }}
      >
        <input
          className="field"
          value={name}
          maxLength={60}
          placeholder={t.layoutName}
          aria-label={t.layoutName}
          onChange={(e) => setName(e.target.value)}
          onKeyDown={(e) => e.key === 'Escape' && setName(undefined)}
          // biome-ignore lint/a11y/noAutofocus: it was opened to write here
          autoFocus
        />
        <button type="submit" className="button button-small button-main" disabled={name.trim() === ''}>
          {t.save}
        </button>
        <button type="button" className="button button-small" onClick={() => setName(undefined)}>
          {t.back}
        </button>
      </form>
    )
  return (
    <span className="wall-save">
      <select
        className="field"
        aria-label={t.layouts}
        value={layout.id}
        onChange={(e) => {
          const wall = all.find((one) => one.id === e.target.value)
          if (wall) onLoad(wall)
        }}
      >
        <option value="">{t.layouts}</option>
        {all.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <button type="button" className="button button-small" onClick={() => setName(layout.name)}>
        {t.saveLayout}
      </button>
      {layout.id !== '' && (
        <button type="button" className="button button-small" onClick={() => void remove()}>
          {t.removeLayout}
        </button>
      )}
    </span>
  )
}
