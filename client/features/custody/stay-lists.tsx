import type { StayDetail } from '../../../server/contract/custody.ts'
import { readable } from '../../finding/fact.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { kindOf } from '../../i18n/kind-of.ts'
import { say, useWords } from '../../i18n/language.ts'
import { dateTimeOf, shortOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { TurnShape } from './countdown.tsx'
import { clockOf, turnOf, wordOf } from './model.ts'

interface Props {
  readonly detail: StayDetail
  readonly now: number
}

/** Every clock that is running, with the rule that set it. */
export const Deadlines = ({ detail, now }: Props) => {
  const t = useWords().custody
  const { deadlines } = detail.stay
  if (deadlines.length === 0) return <Message title={t.noDeadlines} hint={t.noLimitHint} />
  return (
    <ul className="stay-list">
      {deadlines.map((d) => {
        const turn = turnOf(d, now)
        return (
          <li key={`${d.rule}${d.subject}`} className={`turn-${turn}`}>
            <TurnShape turn={turn} share={d.startedAt === null ? 1 : (d.dueAt - now) / (d.dueAt - d.startedAt)} />
            <span>
              {turn === 'over' ? say(d.title) : t.elseWord(say(d.title))}
              <small className="mono muted">{d.rule}</small>
            </span>
            <span className="stay-when">
              <b>{turn === 'over' ? t.over(clockOf(now - d.dueAt)) : t.left(clockOf(d.dueAt - now))}</b>
              <small className="muted">{dateTimeOf(d.dueAt)}</small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Who signed what, oldest first. */
export const Approvals = ({ detail, now }: Props) => {
  const t = useWords().custody
  if (detail.approvals.length === 0) return <Message title={t.noApprovals} />
  const kinds = new Map(detail.measures.map((m) => [m.id, m.kind]))
  return (
    <ul className="stay-list">
      {detail.approvals.map((a) => (
        <li key={a.seq}>
          <i aria-hidden="true">{a.what === 'refused' ? '✕' : '✓'}</i>
          <span>
            {t.approvals[a.what]} {a.measure !== null && wordOf(t.measures, kinds.get(a.measure) ?? '')}
            <small className="muted">
              {[
                a.rank && wordOf(t.ranks, a.rank),
                a.by,
                a.total && t.total(a.total.amount, wordOf(t.units, a.total.unit)),
                a.document,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
          <time className="stay-when muted">{shortOf(a.at, now)}</time>
        </li>
      ))}
    </ul>
  )
}

/** The findings about this person, each one click from its card. */
export const FindingLinks = ({ detail, now }: Props) => {
  const t = useWords().custody
  const { findings } = detail.stay
  if (findings.length === 0) return <Message title={t.noFindings} />
  return (
    <ul className="stay-list">
      {findings.map((f) => (
        <li key={f.id}>
          <GradeBadge grade={f.grade} />
          <button type="button" className="plain link" onClick={() => goTo('findings', { finding: f.id })}>
            {say(f.title)}
          </button>
          <span className="stay-when muted">
            {shortOf(f.since, now)}
            {!f.active && ` · ${t.ended}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const shown = new Set(['kind', 'decision', 'rank', 'how', 'care', 'to', 'room', 'result', 'source', 'as'])

/** The entries of the journal on this person's line, newest first. */
export const Entries = ({ detail, now }: Props) => {
  const words = useWords()
  const t = words.custody
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: { ...t.measures, ...t.acts, ...t.restraints },
    rank: t.ranks,
    decision: t.approvals,
    room: Object.fromEntries(detail.rooms.map((r) => [r.room, say(r.name)])),
    source: { gate: t.gate, paper: t.paper },
  }
  return (
    <ul className="stay-list stay-entries">
      {[...detail.line].reverse().map((l) => (
        <li key={l.seq} title={`${dateTimeOf(l.at)} · ${dateTimeOf(l.recordedAt)}`}>
          <span className="muted mono">#{l.seq}</span>
          <b>{kindOf(words, l.kind)}</b>
          <span className="muted stay-entry-facts">
            {Object.entries(l.detail)
              .filter(([key]) => shown.has(key))
              .map(([key, value]) => tables[key]?.[`${value}`] ?? readable(key, value))
              .join(' · ')}
          </span>
          <time className="stay-when muted">{shortOf(l.at, now)}</time>
        </li>
      ))}
    </ul>
  )
}
