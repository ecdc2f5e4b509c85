import { z } from 'zod'
import type { Instant } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { equipment } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'

const paramSchema = z.object({ calls: z.number().int().min(2).max(50) })
type Params = z.infer<typeof paramSchema>

interface State {
  /** Calls in a row that the radio left unanswered though its channel worked; the first and the last few. */
  readonly missed: number
  readonly since: Instant | null
  readonly seqs: readonly number[]
  readonly registeredAfter: boolean
}
const MOST_EVIDENCE = 8

/**
 * 电台在册而从不应答: it registers by itself, so it is on and within reach, and yet leaves every call unanswered. That is a
 * matter of the equipment (programming, a dead channel), charged to its owner; whether somebody missed a roll-call is asked
 * elsewhere.
 */
export const radioNeverAnswers = defineRule({
  id: 'radio.never-answers',
  title: { zh: '电台已登记入网但对呼叫检查从不应答', en: 'A registered radio answers no radio check' },
  grade: 'C',
  citations: [equipment],
  paramSchema,
  params: [{ from: '2011-10-01', value: { calls: 3 } }],
  localSettings: [
    { param: 'calls', title: { zh: '连续无应答的呼叫次数', en: 'Calls in a row without an answer' }, unit: 'count' },
  ],
  limits: {
    zh: '只看已登记入网且信道正常时的呼叫，且其间须又自行登记过（表明在网、在覆盖范围内）；分不清编程错误与人为不应答，故只问装备，不问人。',
    en: 'Only calls to a registered radio over a working channel count, and only when it registered again by itself between them: that shows that it is on and within reach. It cannot tell a wrong programming from not answering on purpose: it asks the equipment, not the person.',
  },
  consumes: ['radio.check-unanswered', 'radio.checked', 'radio.registered', 'radio.left'],
  subject: ({ data }) => data.radio,
  initial: { missed: 0, since: null, seqs: [], registeredAfter: false } as State,

  evolve(state: State, { observation: o, seq }, { register }): State {
    const nothing: State = { missed: 0, since: null, seqs: [], registeredAfter: false }
    if (o.kind === 'radio.checked') return o.data.online ? nothing : state
    if (o.kind === 'radio.left') return nothing
    if (o.kind === 'radio.registered') return state.missed === 0 ? state : { ...state, registeredAfter: true }
    if (o.data.why !== 'no-answer' || register.radio.registered(o.data.radio, o.observedAt) !== true) return state
    return {
      missed: state.missed + 1,
      since: state.since ?? o.observedAt,
      seqs: [...state.seqs, seq].slice(-MOST_EVIDENCE),
      registeredAfter: state.registeredAfter,
    }
  },

  evaluate({ missed, since, seqs, registeredAfter }: State, { paramsAt, register, subject }: Moment<Params>): Verdict {
    const params = since === null ? undefined : paramsAt(since)
    if (since === null || !params || missed < params.calls) return { is: 'clear' }
    // Only one that spoke for itself between two calls is on and within reach.
    if (!registeredAfter) return { is: 'unknown', missing: 'a registration between the calls' }
    const radio = register.radio.radio(subject)
    return {
      is: 'breach',
      since,
      evidence: seqs,
      facts: { radio: subject, calls: missed, post: radio?.post ?? null },
      concerns: { unit: radio?.unit ?? null, carrier: radio?.carrier ?? null, officers: [], place: null },
    }
  },
})
