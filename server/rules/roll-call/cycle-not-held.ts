import { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import { type Cadence, type Slot, slotsBetween } from '../../domain/roll-call/cadence.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { ROLL_CALL_FROM, rollCallBasis } from '../patterns/roll-call.ts'

const paramSchema = z.object({ graceMinutes: z.number().min(0).max(240) })
type Params = z.infer<typeof paramSchema>

interface State {
  /** Before this nothing was due: the settings were not known. */
  readonly from: Instant | null
  readonly seqs: readonly number[]
}

/** So far back an unheld roll-call is looked for, and so far ahead the next one. */
const BACK_MS = days(7)
const AHEAD_MS = days(2)

/** When roll-calls of a unit were due, between two instants. */
const dueIn = (unit: string, from: Instant, to: Instant, { rollCall, unit: unitOf }: Register): Slot[] => {
  const unitKind = unitOf(unit)?.kind
  const cadenceAt = (at: Instant): Cadence => rollCall.cadence({ unit, unitKind, post: undefined, at })
  return slotsBetween(
    from,
    to,
    cadenceAt,
    rollCall.layers().map((l) => l.validFrom),
  )
}

/** Roll-calls that were due after the last one that was held, and were not opened within their window. */
const missing = (unit: string, from: Instant, graceMs: number, { now, register, paramsAt }: Moment<Params>): Slot[] => {
  const held = register.rollCall.held(unit)
  const last = held.at(-1)
  const since = Math.max(from, now - BACK_MS, last === undefined ? from : last + 1)
  return dueIn(unit, since, now, register).filter(
    // Nothing was due by law before the law.
    (slot) => slot.to + graceMs < now && !held.includes(slot.from) && paramsAt(slot.from) !== undefined,
  )
}

/** The supervisors themselves: a roll-call that their own settings ask for has to be held. */
export const cycleNotHeld = defineRule<State, Params, 'roll-call.cadence-set' | 'roll-call.opened' | 'unit.registered'>(
  {
    id: 'roll-call.cycle-not-held',
    title: { zh: '应当进行的呼点没有进行', en: 'A roll-call that was due was not held' },
    grade: 'B',
    citations: rollCallBasis,
    paramSchema,
    params: [{ from: ROLL_CALL_FROM, value: { graceMinutes: 5 } }],
    localSettings: [
      {
        param: 'graceMinutes',
        title: { zh: '到期后的宽限时间', en: 'Grace after the end of its window' },
        unit: 'minute',
      },
    ],
    limits: {
      zh: '监督的是督察部门自己。本系统停机期间呼点也没有进行，同样成为线索，由值班督察说明。只看应开始的时间，不看呼点结果。',
      en: 'This one supervises the supervisors. Time during which this system itself was stopped counts as not held, too, and is theirs to explain. It looks at whether a roll-call was opened, not at what came of it.',
    },
    consumes: ['roll-call.cadence-set', 'roll-call.opened', 'unit.registered'],
    subject: () => 'supervision',
    initial: { from: null, seqs: [] },
    evolve: (state, { seq, recordedAt, observation: { kind } }): State =>
      kind === 'unit.registered' ? state : { from: state.from ?? recordedAt, seqs: [...state.seqs, seq].slice(-4) },

    evaluate({ from, seqs }, moment): Verdict {
      const { now, register, paramsAt } = moment
      const law = paramsAt(now)
      if (from === null || law === undefined) return { is: 'clear' }
      const graceMs = minutes(law.graceMinutes)
      const units = register.units().map((u) => u.unit)
      const gone = units.flatMap((unit) => missing(unit, from, graceMs, moment).map((slot) => ({ unit, slot })))
      const next = units
        .flatMap((unit) => dueIn(unit, now - minutes(1440), now + AHEAD_MS, register).map((s) => s.to + graceMs))
        .filter((at) => at >= now)
        .reduce((a, b) => Math.min(a, b), now + AHEAD_MS)
      if (gone.length === 0) return { is: 'pending', dueAt: next }
      const first = gone.reduce((a, b) => (b.slot.to < a.slot.to ? b : a)).slot
      return {
        is: 'breach',
        since: first.to + graceMs,
        evidence: seqs,
        facts: {
          slotFrom: first.from,
          slotTo: first.to,
          units: [...new Set(gone.filter((g) => g.slot.from === first.from).map((g) => g.unit))].join(','),
          notHeld: new Set(gone.map((g) => g.slot.from)).size,
          graceMinutes: law.graceMinutes,
        },
        concerns: { unit: null, carrier: null, officers: [], place: null },
        reviewAt: next + 1,
      }
    },
  },
)
