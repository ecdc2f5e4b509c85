import { randomUUID } from 'node:crypto'
import type { Actor } from '../../contract/actions.ts'
import type { Body } from '../../contract/http.ts'
import type { RowState } from '../../contract/roll-call.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { type Cycle, type Row, stateOf } from '../../domain/roll-call/state.ts'
import type { Clock } from '../../domain/time.ts'
import type { Draft } from '../../journal/journal.ts'
import { type Outcome, refused } from '../acts.ts'
import type { Supervision } from '../supervision.ts'
import { draft, openingDrafts, SOURCE } from './listing.ts'

const done = <T>(value: T): Outcome<T> => ({ is: 'done', value })
const no = (status: 404 | 409 | 422, error: string, zh: string, en: string): Outcome<never> =>
  refused(status, { error, message: { zh, en } })

const noSuchCycle = no(
  404,
  'no-such-roll-call',
  '没有这次呼点，或者已过去两小时以上。',
  'There is no such roll-call, or it was over more than two hours ago.',
)
const noSuchTarget = no(404, 'no-such-target', '这次呼点没有这个对象。', 'This roll-call does not list that target.')
const nobodyThere = no(
  422,
  'nobody-to-call',
  '所选单位和岗位此刻没有排班人员、巡逻车或固定电台，无人可呼。',
  'By the roster nobody is on duty now at these units and posts, and no car or fixed radio is there: nobody to call.',
)
const alreadyOpen = no(
  409,
  'already-open',
  '所选单位正在进行临时呼点，请等其结束。',
  'A roll-call on demand of one of these units is under way; wait until it is over.',
)
const over = no(409, 'closed', '这次呼点已经结束。', 'This roll-call is over.')
const notMissed = no(
  409,
  'not-to-be-called',
  '只有未应答或不可观测的对象可以再呼。',
  'Only who is missed or could not be observed can be called again.',
)
const settled = no(
  409,
  'answered-already',
  '对象已亲自应答，无需代答或免答。',
  'They have answered themselves: there is nothing to answer for, nor to excuse.',
)
const noSuchRadio = no(
  422,
  'no-such-radio',
  '电台名单上没有这个号码的电台，或者有不止一台，而该对象又没有电台可作参照。',
  'No radio on the list has that number, or more than one has, and the target has no radio that tells which system is meant.',
)
const badScope = (what: string) =>
  no(422, 'unknown-scope', `没有这个单位或单位类型：${what}。`, `There is no such unit or kind of unit: ${what}.`)

/** What people do with roll-calls: judged, journalled, and answered once the entry has had its effect. */
export const createRollCallActs = (
  supervision: Pick<Supervision, 'journal' | 'register' | 'reached'>,
  clock: Clock,
) => {
  const { journal, register } = supervision
  const { rollCall } = register

  const tell = async (drafts: readonly Draft[]): Promise<void> => {
    const receipts = await journal.append(drafts)
    await supervision.reached(Math.max(...receipts.map((r) => r.seq)))
  }
  const say = (observation: Observation): Promise<void> => tell([{ source: SOURCE, key: randomUUID(), observation }])

  const find = (cycle: string, target: string): Outcome<{ cycle: Cycle; row: Row; state: RowState }> => {
    const head = rollCall.cycle(cycle)
    const row = rollCall.row(cycle, target)
    if (!head) return noSuchCycle
    return row ? done({ cycle: head, row, state: stateOf(row, head.closed !== null) }) : noSuchTarget
  }

  return {
    /** Opens a roll-call on demand; the runner calls. */
    start: async (user: Actor, body: Body<'startRollCall'>): Promise<Outcome<{ cycle: string }>> => {
      const unknown = body.units.find((unit) => !register.unit(unit))
      if (unknown !== undefined) return badScope(unknown)
      const units = [...new Set(body.units)]
      const running = rollCall.open().filter((c) => c.mode === 'on-demand' && c.units.some((u) => units.includes(u)))
      if (running.some(({ cycle }) => rollCall.rows(cycle).some((row) => isRunning(stateOf(row))))) return alreadyOpen
      const at = clock()
      const cycle = `rc-${at}-${randomUUID().slice(0, 8)}`
      const [first] = units
      const { keepOpenMinutes } = rollCall.cadence({
        unit: first!,
        unitKind: register.unit(first!)?.kind,
        post: undefined,
        at,
      })
      const opening = {
        cycle,
        mode: 'on-demand' as const,
        by: user.name,
        units,
        slot: null,
        drawnAt: null,
        keepOpenMinutes,
        reason: body.reason,
      }
      const drafts = openingDrafts(opening, body.posts, at, register)
      if (drafts.length === 1) return nobodyThere
      await tell(drafts)
      return done({ cycle })
    },

    retry: async (user: Actor, cycle: string, { target }: Body<'retryCall'>): Promise<Outcome<true>> => {
      const found = find(cycle, target)
      if (found.is === 'refused') return found
      if (found.value.cycle.closed) return over
      if (found.value.state !== 'missed' && found.value.state !== 'unobservable') return notMissed
      await say({ kind: 'roll-call.retry-asked', observedAt: clock(), data: { cycle, target, by: user.name } })
      return done(true)
    },

    /** Also after the roll-call is over, as long as it is remembered: the telephone is often slower than the radio. */
    answerOnBehalf: async (user: Actor, cycle: string, body: Body<'answerOnBehalf'>): Promise<Outcome<true>> => {
      const found = find(cycle, body.target)
      if (found.is === 'refused') return found
      if (found.value.state === 'answered') return settled
      const { target, channel, radioNumber, headcount, words, privateNote } = body
      const heard = channel === 'radio-voice' && radioNumber !== null ? radioNumber : undefined
      const radio = heard === undefined ? null : radioNamed(heard, found.value.row, register)
      if (radio === undefined) return noSuchRadio
      const data = { cycle, target, channel, radio, headcount, words, by: user.name, privateNote }
      await say({ kind: 'roll-call.answered-on-behalf', observedAt: clock(), data })
      return done(true)
    },

    excuse: async (user: Actor, cycle: string, body: Body<'excuseFromCall'>): Promise<Outcome<true>> => {
      const found = find(cycle, body.target)
      if (found.is === 'refused') return found
      if (found.value.state === 'answered') return settled
      const { target, because, words } = body
      const data = { cycle, target, because, words: words === '' ? null : words, by: user.name }
      await say({ kind: 'roll-call.excused', observedAt: clock(), data })
      return done(true)
    },

    close: async (user: Actor, cycle: string): Promise<Outcome<true>> => {
      const head = rollCall.cycle(cycle)
      if (!head) return noSuchCycle
      if (head.closed) return over
      const data = { cycle, by: user.name, because: 'by-hand' } as const
      await tell([draft(`closed/${cycle}`, { kind: 'roll-call.closed', observedAt: clock(), data })])
      return done(true)
    },

    setCadence: async (user: Actor, body: Body<'setCadence'>): Promise<Outcome<true>> => {
      if (body.unit !== null && !register.unit(body.unit)) return badScope(body.unit)
      if (body.unitKind !== null && !register.units().some((u) => u.kind === body.unitKind))
        return badScope(body.unitKind)
      const now = clock()
      const { reason, validFrom, ...scope } = body
      const data = { ...scope, validFrom: Math.max(now, validFrom ?? now), by: user.name, role: user.role, reason }
      await say({ kind: 'roll-call.cadence-set', observedAt: now, data })
      return done(true)
    },

    /** The officer's own answer, on the phone's page. Only for a row that names them. */
    answer: async (user: Actor, officer: string, body: Body<'answerCall'>): Promise<Outcome<true>> => {
      const found = find(body.cycle, body.target)
      if (found.is === 'refused') return found
      // Whose row it is not, for them it is not there.
      if (!found.value.row.officers.includes(officer)) return noSuchTarget
      if (found.value.cycle.closed) return over
      const { cycle, target, place, accuracyM } = body
      const data = { cycle, target, officer, by: user.name, place, accuracyM }
      // The button may be pressed twice, and the answer may be sent again after a lost reply: one fact all the same.
      await tell([
        draft(`answered/${cycle}/${target}/${officer}`, { kind: 'roll-call.answered', observedAt: clock(), data }),
      ])
      return done(true)
    },
  }
}
export type RollCallActs = ReturnType<typeof createRollCallActs>

/** The radio of a number: in the system over which the row is called; where it is called over none, the only one that has it. */
const radioNamed = (number: string, row: Row, { radio }: Supervision['register']): string | undefined => {
  const plain = number.replace(/^0+(?=\d)/, '')
  const called = row.channels.find((c) => c.channel === 'radio')?.device
  if (called != null) return `${called.slice(0, called.lastIndexOf('-'))}-${plain}`
  const [only, ...more] = radio.radios().filter((r) => r.radio.endsWith(`-${plain}`))
  return more.length === 0 ? only?.radio : undefined
}

const isRunning = (state: RowState): boolean => state === 'pending' || state === 'calling'
