import type { FindingBrief } from '../../../server/contract/custody.ts'
import type { PresenceEvidence, WatchState } from '../../../server/contract/duty.ts'
import { GradeShape } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { dateTimeOf, shortOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { byWeight } from './model.ts'

/** A shape for each word, so that nobody needs the colour: tick, cross, two-headed, arrow, question mark. */
const shapes: Readonly<Record<WatchState, string>> = {
  present: '✓',
  absent: '✕',
  contradicted: '⇄',
  away: '↗',
  unknown: '?',
  ahead: '·',
  over: '–',
}

export const StateMark = ({ state }: { readonly state: WatchState }) => {
  const t = useWords().duty
  return (
    <span className={`duty-state duty-state-${state}`} title={t.stateHints[state]}>
      <i aria-hidden="true">{shapes[state]}</i>
      {t.states[state]}
    </span>
  )
}

/** What each source says, when, and where. */
export const EvidenceChips = ({
  evidence,
  now,
}: {
  readonly evidence: readonly PresenceEvidence[]
  readonly now: number
}) => {
  const t = useWords().duty
  return (
    <span className="duty-evidence">
      {byWeight(evidence).map((e) => (
        <span
          key={`${e.source} ${e.where}`}
          className={`duty-chip duty-chip-${e.says}`}
          title={[e.at === null ? '' : dateTimeOf(e.at), e.where ?? '', e.metres === null ? '' : t.metres(e.metres)]
            .filter((part) => part !== '')
            .join(' · ')}
        >
          {t.sources[e.source]} {t.says[e.says]}
          {e.at !== null && <small> {shortOf(e.at, now).slice(0, -3)}</small>}
        </span>
      ))}
    </span>
  )
}

/** Up to so many findings: the shape of the grade, the duty, one click to the card. */
export const FindingLinks = ({
  findings,
  most = 4,
}: {
  readonly findings: readonly FindingBrief[]
  readonly most?: number
}) => {
  const t = useWords().duty
  const shown = [...findings].sort((a, b) => (a.grade < b.grade ? -1 : a.grade > b.grade ? 1 : b.since - a.since))
  return (
    <span className="duty-findings">
      {shown.slice(0, most).map((f) => (
        <button
          key={f.id}
          type="button"
          className="plain duty-finding"
          title={dateTimeOf(f.since)}
          onClick={() => goTo('findings', { finding: f.id })}
        >
          <GradeShape grade={f.grade} /> {say(f.title)}
        </button>
      ))}
      {shown.length > most && <span className="muted">{t.more(shown.length - most)}</span>}
    </span>
  )
}
