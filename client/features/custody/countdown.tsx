import { say, useWords } from '../../i18n/language.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { type Countdown as Counting, clockOf, type Turn } from './model.ts'

/** A disc empties; a triangle, a square on its corner, a cross: told apart without colour. */
export const TurnShape = ({ turn, share }: { readonly turn: Turn; readonly share?: number | undefined }) => (
  <svg className={`turn-shape turn-${turn}`} viewBox="0 0 16 16" aria-hidden="true">
    {turn === 'calm' && (
      <>
        <circle cx="8" cy="8" r="6.5" className="turn-ring" />
        <circle
          cx="8"
          cy="8"
          r="3.25"
          className="turn-pie"
          pathLength="100"
          strokeDasharray={`${(share ?? 1) * 100} 100`}
          transform="rotate(-90 8 8)"
        />
      </>
    )}
    {turn === 'quarter' && <path d="M8 1.4 15.2 14.4H.8z" />}
    {turn === 'tenth' && <path d="M8 .6 15.4 8 8 15.4.6 8z" />}
    {turn === 'over' && (
      <path d="M3.4 1 8 5.6 12.6 1 15 3.4 10.4 8 15 12.6 12.6 15 8 10.4 3.4 15 1 12.6 5.6 8 1 3.4z" />
    )}
  </svg>
)

/** How long is left, or how long it has been over, with what it is about. */
export const Countdown = ({ next, now }: { readonly next: Counting | undefined; readonly now: number }) => {
  const t = useWords().custody
  if (!next) return <span className="muted">{t.noDeadline}</span>
  const { turn, dueAt, title, share } = next
  const over = turn === 'over'
  return (
    <div className={`countdown turn-${turn}`} title={`${say(title)}　${dateTimeOf(dueAt)}`}>
      <span className="countdown-time">
        <TurnShape turn={turn} share={share} />
        <b>{over ? t.over(clockOf(now - dueAt)) : t.left(clockOf(dueAt - now))}</b>
        {turn !== 'calm' && <em>{t.turns[turn]}</em>}
      </span>
      <small>{over ? say(title) : t.elseWord(say(title))}</small>
    </div>
  )
}
