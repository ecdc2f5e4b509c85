import type L from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { useKeys } from '../../ui/keys.ts'
import { placing, routeMarkers } from './route-markers.ts'
import type { Draft } from './zone-draft.ts'
import { dragged, placed, removed, renamed, shifted } from './zone-route.ts'

interface Props {
  readonly map: L.Map
  readonly draft: Draft
  readonly onChange: (change: (draft: Draft) => Draft) => void
}

/** The points a patrol of this beat must pass, in order: placed by clicks, dragged, named, moved, removed. */
export const RouteEditor = ({ map, draft, onChange }: Props) => {
  const t = useWords().zones
  const [on, setOn] = useState(false)
  const latest = useRef({ onChange, t })
  latest.current = { onChange, t }
  const markers = useRef<ReturnType<typeof routeMarkers>>(undefined)
  useEffect(() => {
    const made = routeMarkers(map, (id, place) => latest.current.onChange((d) => dragged(d, id, place)))
    markers.current = made
    return () => {
      made.end()
      markers.current = undefined
    }
  }, [map])
  useEffect(() => markers.current?.show(draft.routePoints), [draft.routePoints])
  useEffect(() => {
    if (!on) return
    return placing(map, (place) =>
      latest.current.onChange((d) => placed(d, place, latest.current.t.pointName(d.routePoints.length + 1))),
    )
  }, [map, on])
  useKeys({ Esc: on ? () => setOn(false) : undefined })

  return (
    <fieldset className="route-points">
      <legend>{t.routePoints(draft.routePoints.length)}</legend>
      <button
        type="button"
        className={`button button-small ${on ? 'button-on' : ''}`}
        aria-pressed={on}
        onClick={() => setOn(!on)}
      >
        {on ? t.placingStop : t.placePoints}
      </button>
      {on && <span className="muted zone-hint">{t.placingHint}</span>}
      <ol>
        {draft.routePoints.map((p, i) => (
          <li key={p.id}>
            <span className="route-number">{i + 1}</span>
            <input
              className="field"
              aria-label={t.pointNameOf(i + 1)}
              value={p.name}
              onChange={(e) => onChange((d) => renamed(d, p.id, e.target.value))}
            />
            <button
              type="button"
              className="button button-small"
              aria-label={t.pointUp(p.name)}
              title={t.pointUp(p.name)}
              disabled={i === 0}
              onClick={() => onChange((d) => shifted(d, p.id, -1))}
            >
              ↑
            </button>
            <button
              type="button"
              className="button button-small"
              aria-label={t.pointDown(p.name)}
              title={t.pointDown(p.name)}
              disabled={i === draft.routePoints.length - 1}
              onClick={() => onChange((d) => shifted(d, p.id, 1))}
            >
              ↓
            </button>
            <button
              type="button"
              className="button button-small"
              aria-label={t.pointRemove(p.name)}
              title={t.pointRemove(p.name)}
              onClick={() => onChange((d) => removed(d, p.id))}
            >
              ✕
            </button>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
