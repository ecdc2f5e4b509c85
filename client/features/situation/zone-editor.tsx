import { App } from 'antd'
import type L from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import type { ZoneView } from '../../../server/contract/views.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import type { Picture } from '../../live/picture.ts'
import { request } from '../../live/request.ts'
import { useTopic } from '../../live/use-live.ts'
import { useKeys } from '../../ui/keys.ts'
import { Message } from '../../ui/message.tsx'
import { draw, editable, showShape } from './geoman.ts'
import { RouteEditor } from './route-editor.tsx'
import { type Draft, draftOf, isDrawn, mayUndo, newDraft, problemOf, reshaped, shapeOf, undone } from './zone-draft.ts'
import './zone-editor.css'
import { ZoneForm } from './zone-form.tsx'
import { ZoneHistory } from './zone-history.tsx'

interface Props {
  readonly map: L.Map
  readonly picture: Picture
  /** Which zone is under the pencil, so that the map does not draw it twice. */
  readonly onEdit: (id: string | undefined) => void
  readonly onClose: () => void
}

/** Zones: choose, draw, move corners, say why. Nothing is saved until it is saved, and nothing saved is lost. */
export const ZoneEditor = ({ map, picture, onEdit, onClose }: Props) => {
  const t = useWords().zones
  const { message } = App.useApp()
  useTopic(picture, 'zones')
  const [draft, setDraft] = useState<Draft>()
  const [history, setHistory] = useState<string>()
  const [busy, setBusy] = useState(false)
  const pencil = useRef<ReturnType<typeof editable>>(undefined)
  const drawing = draft !== undefined && shapeOf(draft) === undefined
  const id = draft?.id

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew for another zone, or when the first shape is there
  useEffect(() => {
    onEdit(id)
    if (draft === undefined) return
    const shape = shapeOf(draft)
    const keep = (next: Parameters<typeof reshaped>[1]): void => setDraft((d) => d && reshaped(d, next))
    if (shape === undefined) return draw(map, keep)
    // Choosing a zone is asking to see it.
    if (!draft.isNew) showShape(map, shape)
    pencil.current = editable(map, shape, keep)
    return () => {
      pencil.current?.end()
      pencil.current = undefined
    }
  }, [id, drawing, map])

  const undo = (): void => {
    if (draft === undefined || !mayUndo(draft)) return
    const before = undone(draft)
    const shape = shapeOf(before)
    setDraft(before)
    if (shape !== undefined) pencil.current?.show(shape)
  }
  useUndoKey(undo)
  const leave = (): void => {
    if (draft !== undefined) setDraft(undefined)
    else onClose()
  }
  useKeys({ Esc: leave })
  useEffect(() => () => onEdit(undefined), [onEdit])

  const attempt = async (what: () => Promise<unknown>, said: string): Promise<void> => {
    setBusy(true)
    try {
      await what()
      message.success(said)
      setDraft(undefined)
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const save = (d: Draft): Promise<void> =>
    attempt(async () => {
      const { zh, en, kind, unit, limitKmh, reason, routePoints } = d
      const body = {
        kind,
        unit,
        reason: reason.trim(),
        routePoints,
        limitKmh: kind === 'speed-limit' ? limitKmh : null,
        name: { zh: zh.trim(), en: en.trim() },
        polygon: shapeOf(d),
      }
      const { zone } = await request('PUT /api/zones/:id', { params: { id: d.id }, body })
      live.applyZone(zone)
    }, t.saved)
  const withdraw = (d: Draft): Promise<void> =>
    attempt(
      () => request('DELETE /api/zones/:id', { params: { id: d.id }, body: { reason: d.reason.trim() } }),
      t.withdrawn,
    )

  const zones = [...picture.zones.values()].filter((z) => isDrawn(z.kind))
  return (
    <aside className="zone-editor" aria-label={t.title}>
      <header>
        <b>{t.title}</b>
        {draft === undefined && (
          <button
            type="button"
            className="button button-main"
            onClick={() => setDraft(newDraft(`zone-${crypto.randomUUID().slice(0, 8)}`))}
          >
            {t.draw}
          </button>
        )}
        <button type="button" className="button" onClick={leave}>
          {draft === undefined ? t.close : t.cancel} <kbd>Esc</kbd>
        </button>
      </header>
      {draft === undefined ? (
        <ZoneList
          zones={zones}
          onChoose={(z) => {
            setHistory(undefined)
            setDraft(draftOf(z))
          }}
        />
      ) : (
        <>
          <p className="muted zone-hint">
            {drawing ? t.drawHint : t.editHint}{' '}
            <button type="button" className="button button-small" disabled={!mayUndo(draft)} onClick={undo}>
              {t.undo}
            </button>
          </p>
          <ZoneForm
            draft={draft}
            picture={picture}
            problem={problemOf(draft)}
            busy={busy}
            onChange={setDraft}
            onSave={() => void save(draft)}
            onWithdraw={() => void withdraw(draft)}
          />
          {draft.kind === 'beat' && !drawing && (
            <RouteEditor map={map} draft={draft} onChange={(change) => setDraft((d) => d && change(d))} />
          )}
          {!draft.isNew && (
            <button
              type="button"
              className="button button-small"
              aria-expanded={history === draft.id}
              onClick={() => setHistory(history === draft.id ? undefined : draft.id)}
            >
              {t.history}
            </button>
          )}
          {history === draft.id && <ZoneHistory id={draft.id} />}
        </>
      )}
    </aside>
  )
}

const ZoneList = ({
  zones,
  onChoose,
}: {
  readonly zones: readonly ZoneView[]
  readonly onChoose: (z: ZoneView) => void
}) => {
  const t = useWords().zones
  if (zones.length === 0) return <Message title={t.empty} />
  const kinds: Readonly<Record<string, string>> = t.kinds
  return (
    <ul className="zone-list">
      {zones.map((z) => (
        <li key={z.id}>
          <button type="button" className="plain" onClick={() => onChoose(z)}>
            {say(z.name)} <span className="muted">{kinds[z.kind] ?? z.kind}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const useUndoKey = (undo: () => void): void => {
  const latest = useRef(undo)
  latest.current = undo
  useEffect(() => {
    const pressed = (e: KeyboardEvent): void => {
      if (
        !(e.ctrlKey || e.metaKey) ||
        e.key.toLowerCase() !== 'z' ||
        e.target instanceof HTMLInputElement ||
        e.target instanceof HTMLTextAreaElement
      )
        return
      e.preventDefault()
      latest.current()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
