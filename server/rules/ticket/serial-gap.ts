import { z } from 'zod'
import { hours, type Instant } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { penalties, trafficProcedure } from '../patterns/enactments.ts'
import { about, breach, clear } from '../patterns/verdicts.ts'

const kinds = ['ticket.changed', 'serial.handed-out', 'serial.voided'] as const

interface Missing {
  readonly number: number
  /** When a later number of the same block was used. */
  readonly since: Instant
  readonly heardAt: Instant
  readonly seq: number
}
interface Block {
  readonly from: number
  readonly to: number
  readonly unit: string | null
  readonly officer: string | null
  /** The number whose turn it is. */
  readonly next: number
}
interface State {
  readonly blocks: readonly Block[]
  /** Whose turn it is among the numbers of no block; null before the first is used. */
  readonly next: number | null
  readonly missing: readonly Missing[]
  readonly unit: string | null
  /** Voided, or used before their block was known. */
  readonly done: readonly number[]
}
const MOST = 200
const parts = (serial: string): { series: string; number: number } | undefined => {
  const found = /^(.*?)(\d{1,15})$/.exec(serial)
  return found ? { series: found[1]!, number: Number(found[2]) } : undefined
}

const blockOf = (blocks: readonly Block[], number: number): Block | undefined =>
  blocks.find((b) => b.from <= number && number <= b.to)

export const serialGap = defineRule<State, { graceHours: number }, (typeof kinds)[number]>({
  id: 'ticket.serial-gap',
  title: {
    zh: '文书编号缺号而无作废登记',
    en: 'A number of a series of documents is missing and was not declared void',
  },
  grade: 'B',
  citations: [
    penalties(
      '第五十二条',
      '执法人员当场作出行政处罚决定的，应当向当事人出示执法证件，填写预定格式、编有号码的行政处罚决定书，并当场交付当事人。',
    ),
    trafficProcedure('第四十四条', '交通警察应当在二日内将简易程序处罚决定书报所属公安机关交通管理部门备案。'),
  ],
  paramSchema: z.object({ graceHours: z.number().min(0).max(720) }),
  params: [{ from: '2021-07-15', value: { graceHours: 48 } }],
  localSettings: [
    { param: 'graceHours', title: { zh: '缺号等待时间', en: 'How long a missing number is waited for' }, unit: 'hour' },
  ],
  limits: {
    zh: '同一领用号段内按顺序使用；没有领用登记的按整个号段顺序看。末尾之后的号码尚未使用，看不出缺号。',
    en: 'Within a block handed out numbers are used in order; without blocks the whole series is. What lies behind the last number used cannot be told missing.',
  },
  consumes: kinds,
  subject(o) {
    if (o.kind !== 'ticket.changed') return o.data.series
    const { op, fields } = o.data
    return op === 'issued' && fields.serial && fields.kind !== 'camera' ? parts(fields.serial)?.series : undefined
  },
  initial: { blocks: [], next: null, missing: [], unit: null, done: [] },
  evolve(state, { seq, recordedAt, observation: o }) {
    if (o.kind === 'serial.handed-out') {
      const { from, to, unit, officer } = o.data
      // What was missed in the whole series before the block was known is asked of the block from now on.
      const missing = state.missing.filter((m) => blockOf(state.blocks, m.number) || m.number < from || m.number > to)
      return { ...state, missing, blocks: [...state.blocks, { from, to, unit, officer, next: from }].slice(-MOST) }
    }
    const number = o.kind === 'serial.voided' ? o.data.number : parts(o.data.fields.serial ?? '')?.number
    if (number === undefined) return state
    const unit = o.kind === 'serial.voided' ? o.data.unit : (o.data.fields.unit ?? state.unit)
    const found = state.missing.filter((m) => m.number !== number)
    const done = [...state.done, number].slice(-MOST)
    // A document declared void out of its turn is not a use: those before it still wait to be used.
    if (o.kind === 'serial.voided') return { ...state, unit, missing: found, done }
    const block = blockOf(state.blocks, number)
    const turn = block ? block.next : (state.next ?? number)
    const skipped: Missing[] = []
    for (let n = Math.max(turn, number - MOST); n < number; n++)
      if (!state.done.includes(n) && blockOf(state.blocks, n) === block)
        skipped.push({ number: n, since: o.observedAt, heardAt: recordedAt, seq })
    const next = Math.max(turn, number + 1)
    const missing = [...found, ...skipped].slice(-MOST)
    if (!block) return { ...state, unit, missing, done, next }
    return { ...state, unit, missing, blocks: state.blocks.map((b) => (b === block ? { ...block, next } : b)) }
  },
  evaluate({ missing, blocks, unit }, { now, paramsAt }) {
    const [first] = missing
    if (!first) return clear
    const law = paramsAt(first.since)
    if (!law) return clear
    const dueAt = first.heardAt + hours(law.graceHours)
    if (now <= dueAt) return { is: 'pending', dueAt, startedAt: first.heardAt }
    const block = blockOf(blocks, first.number)
    const all = missing.filter((m) => m.seq === first.seq).map((m) => m.number)
    return breach(first.since, {
      evidence: [first.seq],
      facts: { firstMissing: all[0]!, lastMissing: all.at(-1)!, missing: 'void-entry' },
      concerns: about(block?.unit ?? unit, block?.officer ? [block.officer] : []),
    })
  },
})
