import type { Observation } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { Row } from '../../domain/roll-call/state.ts'
import { stateOf } from '../../domain/roll-call/state.ts'
import { days, type Instant } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { defineRule } from '../define-rule.ts'
import { inForceFrom, type NoNumber, noNumber } from '../patterns/none.ts'
import { channelKinds, isDeaf, ROLL_CALL_FROM, rollCallBasis, rowKinds, rowsOf } from '../patterns/roll-call.ts'

/** How one roll-call ended for a target: `none` when it says nothing, because they were excused or could not be called. */
interface Outcome {
  readonly cycle: string
  readonly at: Instant
  readonly is: 'missed' | 'answered' | 'none'
  readonly missedAt: Instant
  readonly seqs: readonly number[]
}
interface State {
  /** Oldest first, at most 24. */
  readonly outcomes: readonly Outcome[]
  readonly escalateAfter: number
  readonly row: Pick<Row, 'unit' | 'post' | 'carrier' | 'officers'> | null
}

const MOST = 24
/** Nobody is called for so long: what was missed before no longer stands in a row with what comes. */
const FORGOTTEN_MS = days(40)

const outcomeOf = (row: Row, register: Register): Outcome => {
  const state = stateOf(row, (register.rollCall.cycle(row.cycle)?.closed ?? null) !== null)
  const missed = state === 'missed' && !isDeaf(row, register)
  const last = row.calls.at(-1)
  return {
    cycle: row.cycle,
    at: row.at,
    is: missed ? 'missed' : state === 'answered' || state === 'on-behalf' ? 'answered' : 'none',
    missedAt: row.missed ? (last?.until ?? row.missed.at) : row.at,
    seqs: row.missed ? [row.seq, row.missed.seq] : [],
  }
}

/** 多次未应答升级: told a tier higher, and to the unit's leader (两责). How many it takes stands in the roll-call itself. */
export const repeatedMisses = defineRule<
  State,
  NoNumber,
  (typeof rowKinds)[number] | (typeof channelKinds)[number] | 'radio.checked' | 'device.answered'
>({
  id: 'roll-call.repeated-misses',
  title: { zh: '同一岗位连续多次呼点无人应答', en: 'The same post missed several roll-calls in a row' },
  grade: 'A',
  citations: rollCallBasis,
  paramSchema: noNumber,
  params: inForceFrom(ROLL_CALL_FROM),
  localSettings: [],
  limits: {
    zh: '升级次数由本局在呼点频次中设定。免答和不可观测的呼点不计入，也不打断连续。应答一次即重新计数。',
    en: 'How many in a row is set by the bureau with the cadence. Roll-calls from which they were excused, or in which they could not be called, neither count nor break the row. One answer begins it anew.',
  },
  consumes: [...rowKinds, 'radio.checked', 'device.answered', ...channelKinds],
  subject: (o, register) => [...new Set(rowsOf(o as Observation, register).map((row) => row.target))],
  initial: { outcomes: [], escalateAfter: 2, row: null },

  evolve(state, { observation: o }, { register, subject }): State {
    const rows = rowsOf(o as Observation, register).filter((row) => row.target === subject)
    return rows.reduce((before, row): State => {
      const outcome = outcomeOf(row, register)
      const others = before.outcomes.filter((one) => one.cycle !== row.cycle)
      const { unit, post, carrier, officers, escalateAfter } = row
      return {
        outcomes: [...others, outcome].sort((a, b) => a.at - b.at || (a.cycle < b.cycle ? -1 : 1)).slice(-MOST),
        escalateAfter,
        row: { unit, post, carrier, officers },
      }
    }, state)
  },

  evaluate({ outcomes, escalateAfter, row }, { now, register, paramsAt }): Verdict {
    const forgetAt = now + FORGOTTEN_MS
    const telling = outcomes.filter((one) => one.is !== 'none')
    const brokenAt = telling.findLastIndex((one) => one.is === 'answered')
    const streak = telling.slice(brokenAt + 1)
    const tipping = streak[escalateAfter - 1]
    if (!row || !tipping || !paramsAt(tipping.at)) return { is: 'clear', forgetAt }
    return {
      is: 'breach',
      since: tipping.missedAt,
      evidence: [...new Set(streak.flatMap((one) => one.seqs))].sort((a, b) => a - b),
      facts: {
        post: row.post,
        missedInARow: streak.length,
        escalateAfter,
        firstMissedAt: streak[0]!.missedAt,
        leaders: register.duty
          .leaders(row.unit, now)
          .map(({ data }) => data.officer)
          .join(','),
      },
      concerns: { unit: row.unit, carrier: row.carrier, officers: row.officers, place: null },
      forgetAt,
    }
  },
})
