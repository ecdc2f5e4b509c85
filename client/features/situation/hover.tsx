import { useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { useNow } from '../../live/use-live.ts'
import { carrierName } from '../../ui/carrier-name.ts'
import { durationOf } from '../../ui/format.ts'

interface Props {
  readonly picture: Picture
  readonly ids: readonly string[]
  readonly x: number
  readonly y: number
}

/** Who is under the pointer; with several, how many, so that none stays hidden. */
export const Hover = ({ picture, ids, x, y }: Props) => {
  const t = useWords()
  const now = useNow()
  return (
    <div className="hover" style={{ transform: `translate(${x + 16}px, ${y + 12}px)` }} aria-hidden="true">
      {ids.slice(0, 6).map((id) => {
        const c = picture.carriers.get(id)
        if (c === undefined) return null
        return (
          <div key={id}>
            <b>{carrierName(c)}</b> {c.plate !== null && <span className="mono">{c.plate}</span>}{' '}
            <span className={`state-${c.state}`}>{t.carrier.states[c.state]}</span>{' '}
            {c.recordedAt !== null && <span className="muted">{t.situation.ago(durationOf(now - c.recordedAt))}</span>}
          </div>
        )
      })}
      {ids.length > 1 && <div className="muted">{t.situation.stacked(ids.length)}</div>}
    </div>
  )
}
