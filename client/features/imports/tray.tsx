import { type DragEvent, useRef, useState } from 'react'
import type { ImportKind } from '../../../server/contract/imports.ts'
import { say, useWords } from '../../i18n/language.ts'
import { sizeOf } from '../../ui/format.ts'
import { kindByName, pastedName, type TrayFile } from './model.ts'

interface Props {
  readonly tray: readonly TrayFile[]
  readonly kinds: readonly ImportKind[]
  readonly chosen: ImportKind | undefined
  readonly disabled: boolean
  readonly onChange: (tray: readonly TrayFile[]) => void
}

/** The files that are to be imported together: dropped, chosen or pasted, each with what it holds. */
export const Tray = ({ tray, kinds, chosen, disabled, onChange }: Props) => {
  const t = useWords().imports
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState<string>()
  const next = useRef(0)
  const take = (files: readonly File[], is?: string): void => {
    // A name that tells nothing is taken for the kind on the screen, when it comes alone.
    const fallback = files.length === 1 ? (chosen?.is ?? '') : ''
    onChange([
      ...tray,
      ...files.map((file) => ({ key: next.current++, file, is: is ?? kindByName(file.name, kinds) ?? fallback })),
    ])
  }
  const drop = (e: DragEvent): void => {
    e.preventDefault()
    setOver(false)
    if (!disabled) take([...e.dataTransfer.files])
  }
  const paste = (): void => {
    if (!chosen || pasting === undefined || pasting.trim() === '') return
    take([new File([pasting], pastedName(chosen.is, chosen.form, pasting))], chosen.is)
    setPasting(undefined)
  }
  return (
    <div className="import-tray">
      <label
        className={`import-drop ${over ? 'import-drop-over' : ''}`}
        onDragOver={(e) => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <b>{over ? t.dropNow : t.drop}</b>
        <span className="muted">{t.filesHint}</span>
        <input
          type="file"
          multiple
          disabled={disabled}
          className="visually-hidden"
          aria-label={t.drop}
          accept=".csv,.txt,.json,.geojson"
          onChange={(e) => {
            take([...(e.target.files ?? [])])
            e.target.value = ''
          }}
        />
      </label>
      {pasting === undefined ? (
        <button
          type="button"
          className="button button-small"
          disabled={disabled || !chosen}
          onClick={() => setPasting('')}
        >
          {t.paste}
        </button>
      ) : (
        <div className="import-paste">
          <textarea
            className="field mono"
            rows={6}
            // biome-ignore lint/a11y/noAutofocus: it appears because somebody wants to write into it now
            autoFocus
            value={pasting}
            aria-label={t.paste}
            placeholder={t.pasteHint(chosen ? say(chosen.name) : '')}
            onChange={(e) => setPasting(e.target.value)}
          />
          <span>
            <button type="button" className="button button-small" onClick={paste} disabled={pasting.trim() === ''}>
              {t.add}
            </button>{' '}
            <button type="button" className="button button-small" onClick={() => setPasting(undefined)}>
              {t.cancel}
            </button>
          </span>
        </div>
      )}
      {tray.length === 0 ? (
        <p className="muted">{t.empty}</p>
      ) : (
        <ul>
          {tray.map((one) => (
            <li key={one.key}>
              <span className="import-name">{one.file.name}</span>
              <span className="muted">{sizeOf(one.file.size)}</span>
              <select
                className="field"
                disabled={disabled}
                aria-label={`${one.file.name} ${t.holds}`}
                value={one.is}
                onChange={(e) => onChange(tray.map((f) => (f.key === one.key ? { ...f, is: e.target.value } : f)))}
              >
                <option value="">{t.unknown}</option>
                {kinds.map((kind) => (
                  <option key={kind.is} value={kind.is}>
                    {say(kind.name)} · {kind.is}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="button button-small"
                disabled={disabled}
                onClick={() => onChange(tray.filter((f) => f.key !== one.key))}
              >
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
