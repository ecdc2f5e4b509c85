import type { FindingView, StepView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { Facts } from '../domain/finding.ts'
import type { Observation } from '../domain/observation/index.ts'
import type { Instant } from '../domain/time.ts'
import { type FindingCase, isAct, onAct, onBreach, onEnded, onShelvingOver } from './finding-case.ts'

/**
 * The finding as the console had it at `at`, folded again from its own history; undefined before it opened.
 * Facts and evidence are those of its opening: what came later was not known yet.
 */
export const viewThen = ({ view, history }: FindingCase, at: Instant): FindingView | undefined => {
  if (view.finding.openedAt > at) return undefined
  let then: FindingCase | undefined
  for (const step of history) if (step.at <= at) then = again(then, step, view)
  return then?.view
}

const again = (known: FindingCase | undefined, step: StepView, last: FindingView): FindingCase | undefined => {
  const { seq, at } = step
  const { finding, title } = last
  if (step.what === 'opened') {
    const { facts, evidence } = step.detail as { facts: Facts; evidence: readonly number[] }
    return onBreach(undefined, { is: 'opened', finding: { ...finding, facts, evidence }, at }, title, { seq })
  }
  if (!known) return undefined
  if (step.what === 'reopened')
    return onBreach(known, { is: 'opened', finding: known.view.finding, at }, title, { seq })
  if (step.what === 'ended') {
    const because = step.detail.because as 'clear' | 'pending' | 'unknown' | 'restated'
    return onEnded(known, { is: 'ended', id: finding.id, at, because }, { seq })
  }
  if (step.what === 'shelving-over') return onShelvingOver(known, at, { seq })
  const data = { ...step.detail, finding: finding.id, by: step.by }
  const observation = { kind: `finding.${step.what}`, observedAt: at, data } as unknown as Observation
  return isAct(observation) ? onAct(known, { seq, recordedAt: at, observation } as Entry<typeof observation>) : known
}
