import type { Actor } from '../../server/contract/actions.ts'
import type { Role } from '../../server/contract/roles.ts'
import type { Grade } from '../../server/domain/finding.ts'
import type { DataOf, ObservationKind } from '../../server/domain/observation/index.ts'
import { minutes } from '../../server/domain/time.ts'
import {
  type FindingCase,
  isAct,
  onAct,
  onBreach,
  onEnded,
  onShelvingOver,
} from '../../server/supervision/finding-case.ts'

export const T0 = Date.parse('2026-03-02T08:00:00+08:00')

export const findingOf = (grade: Grade, unit: string | null = 's1', more: object = {}) => ({
  id: `r/x/${T0}`,
  rule: 'r',
  subject: 'x',
  grade,
  since: T0,
  openedAt: T0,
  evidence: [1],
  facts: { speedKmh: 150 },
  concerns: { unit, carrier: null, officers: [], place: null },
  ...more,
})

export const person = (role: Role, unit: string | null = 'bureau', name: string = role): Actor => ({ name, role, unit })

type ActKind = Extract<ObservationKind, `finding.${string}`>
/** One thing that happens to a finding, `minute` minutes after it opened. */
export type Happening =
  | readonly [minute: number, 'breach' | 'ended' | 'restated' | 'time']
  | readonly [minute: number, kind: ActKind, by: string, data?: object]

/** Folds what happened, in order, into the finding as it then stands. */
export const given = (grade: Grade, ...happenings: readonly Happening[]): FindingCase => {
  let one = onBreach(
    undefined,
    { is: 'opened', finding: findingOf(grade), at: T0 },
    { zh: '题', en: 'Title' },
    { seq: 1 },
  )
  happenings.forEach((h, i) => {
    const [at, seq] = [T0 + minutes(h[0]), i + 2]
    if (h[1] === 'breach') one = onBreach(one, { is: 'opened', finding: findingOf(grade), at }, one.view.title, { seq })
    else if (h[1] === 'time') one = onShelvingOver(one, at, { seq })
    else if (h[1] === 'ended' || h[1] === 'restated')
      one = onEnded(
        one,
        { is: 'ended', id: one.view.finding.id, at, because: h[1] === 'ended' ? 'clear' : h[1] },
        { seq },
      )
    else {
      const data = { finding: one.view.finding.id, by: h[2], ...h[3] } as DataOf<ActKind>
      const observation = { kind: h[1], observedAt: at, data } as never
      if (!isAct(observation)) throw new Error(`${h[1]} is not an act`)
      one = onAct(one, { seq, recordedAt: at, observation })
    }
  })
  return one
}
