import { useState } from 'react'
import type { PatrolPool, PatrolView } from '../../../server/contract/video-patrol.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Commitment } from './commitment.tsx'

const counts = [4, 8, 12, 20] as const

interface Props {
  readonly pool: PatrolPool
  readonly onDrawn: (patrol: PatrolView) => void
}

/** Of how many, how many, and then chance. */
export const DrawForm = ({ pool, onDrawn }: Props) => {
  const words = useWords()
  const t = words.videoPatrol
  const [purposes, setPurposes] = useState<PatrolView['purposes']>([])
  const [count, setCount] = useState<number>(8)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const draw = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem('')
    try {
      onDrawn((await request('POST /api/video-patrols', { body: { purposes, count } })).patrol)
    } catch (error) {
      setProblem((error as Error).message)
      setBusy(false)
    }
  }
  useKeys({ D: () => void draw() })
  const able =
    purposes.length === 0
      ? pool.cameras
      : pool.byPurpose.filter((p) => purposes.includes(p.purpose)).reduce((sum, p) => sum + p.cameras, 0)
  return (
    <section className="panel looks-draw" aria-label={t.draw}>
      <h2>{t.pool(able)}</h2>
      {pool.leftOut > 0 && <p className="looks-warn">{t.leftOut(pool.leftOut)}</p>}
      <p className="muted">{t.poolHint}</p>
      <fieldset>
        <legend>{t.purposes}</legend>
        {pool.byPurpose.map(({ purpose, cameras }) => {
          const on = purposes.includes(purpose)
          return (
            <button
              key={purpose}
              type="button"
              className={`button ${on ? 'button-on' : ''}`}
              aria-pressed={on}
              onClick={() => setPurposes(on ? purposes.filter((p) => p !== purpose) : [...purposes, purpose])}
            >
              {words.wall.purposesOfCameras[purpose]} <small>{cameras}</small>
            </button>
          )
        })}
      </fieldset>
      <fieldset>
        <legend>{t.count}</legend>
        {counts.map((n) => (
          <button
            key={n}
            type="button"
            className={`button ${n === count ? 'button-on' : ''}`}
            aria-pressed={n === count}
            onClick={() => setCount(n)}
          >
            {n}
          </button>
        ))}
      </fieldset>
      {pool.commitment && <Commitment of={pool.commitment} />}
      {problem !== '' && <p className="looks-bad">{problem}</p>}
      <button type="button" className="button button-main looks-go" disabled={busy} onClick={() => void draw()}>
        {busy ? t.drawing : t.draw} <Kbd k="D" />
      </button>
    </section>
  )
}
