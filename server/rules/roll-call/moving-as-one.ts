import { z } from 'zod'
import type { LngLat } from '../../domain/geo.ts'
import { distanceM } from '../../domain/geometry/metric.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { isRadio } from '../../domain/radio/state.ts'
import type { Register } from '../../domain/register.ts'
import { postOf, standing } from '../../domain/roll-call/place.ts'
import { usualYardstick } from '../../domain/roll-call/reconcile.ts'
import type { Row, RowFix } from '../../domain/roll-call/state.ts'
import { type Instant, minutes, seconds } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { defineRule } from '../define-rule.ts'
import { ROLL_CALL_FROM, rollCallBasis, rowsOf } from '../patterns/roll-call.ts'

const paramSchema = z.object({
  togetherMetres: z.number().min(5).max(200),
  spanSeconds: z.number().min(0).max(3_600),
  apartSeconds: z.number().min(1).max(120),
  answerSeconds: z.number().min(1).max(60),
})
type Params = z.infer<typeof paramSchema>

/** Where a device of a row was at an instant. */
interface Spot {
  readonly seq: number
  readonly at: Instant
  readonly place: LngLat
  readonly accuracyM: number
}

/** A position no better than this cannot show that two are within metres of each other. */
const COARSE_M = 60
/** Two positions of one instant this many times further apart than "together" are two places. */
const REACH = 4
/** What a car may have driven between two positions that were not taken at one instant: 144 km/h. */
const FASTEST_M_A_SECOND = 40

const spotsOf = (row: Row): readonly Spot[] =>
  row.fixes.filter((f: RowFix) => isRadio(f.device)).map((f) => ({ ...f, accuracyM: f.accuracyM ?? 20 }))
const pageOf = (row: Row): Spot | undefined => {
  const answer = row.answers.find((a) => a.channel === 'phone')
  return answer?.place ? { ...answer, place: answer.place, accuracyM: answer.accuracyM ?? COARSE_M } : undefined
}

interface Together {
  readonly since: Instant
  readonly place: LngLat
  readonly seqs: readonly number[]
  readonly how: 'radios' | 'pages'
  readonly spanMs: number
}

/** Two radios at one place, again and again over a span, standing or driving, and never apart in between. */
const radiosTogether = (a: Row, b: Row, p: Params): Together | undefined => {
  const pairs = spotsOf(a).flatMap((x) => {
    const [y] = spotsOf(b).toSorted((one, other) => Math.abs(one.at - x.at) - Math.abs(other.at - x.at))
    const usable = y && Math.abs(x.at - y.at) <= seconds(p.apartSeconds) && x.accuracyM + y.accuracyM <= 2 * COARSE_M
    return usable ? [{ x, y, apartM: distanceM(x.place, y.place), skewS: Math.abs(x.at - y.at) / 1_000 }] : []
  })
  const areApart = pairs.some(({ apartM, skewS }) => apartM > p.togetherMetres * REACH + FASTEST_M_A_SECOND * skewS)
  if (pairs.length === 0 || areApart) return undefined
  const near = pairs.filter(({ apartM }) => apartM <= p.togetherMetres)
  const times = near.map(({ x, y }) => Math.max(x.at, y.at))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  if (near.length === 0 || to - from < seconds(p.spanSeconds)) return undefined
  return {
    since: from,
    place: near[0]!.x.place,
    seqs: near.flatMap(({ x, y }) => [x.seq, y.seq]),
    how: 'radios',
    spanMs: to - from,
  }
}

/** Two pages answered by hand within seconds, at one place. */
const pagesTogether = (a: Row, b: Row, p: Params): Together | undefined => {
  const [x, y] = [pageOf(a), pageOf(b)]
  if (!x || !y || Math.abs(x.at - y.at) > seconds(p.answerSeconds)) return undefined
  if (x.accuracyM + y.accuracyM > 2 * COARSE_M || distanceM(x.place, y.place) > p.togetherMetres) return undefined
  return {
    since: Math.max(x.at, y.at),
    place: x.place,
    seqs: [x.seq, y.seq],
    how: 'pages',
    spanMs: Math.abs(x.at - y.at),
  }
}

/** Whether both may be at the place; undefined when nobody has said where one of them is to be, null when one was sent. */
const bothBelong = (a: Row, b: Row, { place, since }: Together, register: Register): boolean | undefined | null => {
  const posts = [a, b].map((row) => postOf(row, since, register, usualYardstick))
  if (posts.some((post) => post.is === 'sent')) return null
  const standings = posts.flatMap((post) =>
    post.is === 'at' || post.is === 'beat' ? [standing({ place, accuracyM: 0 }, post).is === 'there'] : [],
  )
  return standings.length < 2 ? undefined : standings.every(Boolean)
}

/** One crew, or one and the same person, may well be in one place. */
const sameCrew = (a: Row, b: Row): boolean =>
  (a.carrier !== null && a.carrier === b.carrier) || a.officers.some((o) => b.officers.includes(o))

interface Pair {
  readonly cycle: string
  readonly a: string
  readonly b: string
}
const SEPARATOR = '+'
const pairKey = (x: Row, y: Row): string => {
  const [a, b] = [x.target, y.target].sort()
  return `${x.cycle}/${a}${SEPARATOR}${b}`
}
const pairOf = (subject: string): Pair => {
  const slash = subject.indexOf('/')
  const [a = '', b = ''] = subject.slice(slash + 1).split(SEPARATOR)
  return { cycle: subject.slice(0, slash), a, b }
}

/** The pairs of each row with every other one it may move with. */
const pairsOf = (rows: readonly Row[], register: Register): readonly string[] => [
  ...new Set(rows.flatMap((row) => neighbours(row, register).map((other) => pairKey(row, other)))),
]

/** Others of the same roll-call that were last seen near `row`. */
const neighbours = (row: Row, { rollCall }: Register): Row[] => {
  const own = [...spotsOf(row), pageOf(row)].flatMap((s) => s ?? [])
  const last = own.at(-1)
  if (!last) return []
  return rollCall.rows(row.cycle).filter((other) => {
    if (other.target === row.target) return false
    return [...spotsOf(other), pageOf(other)].some(
      (s) => s !== undefined && distanceM(s.place, last.place) < NEIGHBOUR_M,
    )
  })
}
const NEIGHBOUR_M = 200
const JUDGED_MS = minutes(110)

/** 代答: one carries another's radio and both answer from one pocket. */
export const movingAsOne = defineRule<
  Pair | null,
  Params,
  'position.reported' | 'radio.checked' | 'roll-call.answered'
>({
  id: 'roll-call.moving-as-one',
  title: {
    zh: '两人的呼点应答始终出自同一地点，而两人应在不同岗位',
    en: 'Two answers come from one and the same place while their carriers should be apart',
  },
  grade: 'B',
  citations: rollCallBasis,
  paramSchema,
  params: [
    { from: ROLL_CALL_FROM, value: { togetherMetres: 30, spanSeconds: 60, apartSeconds: 20, answerSeconds: 10 } },
  ],
  localSettings: [
    {
      param: 'togetherMetres',
      title: { zh: '视为同一地点的距离', en: 'Distance that counts as one place' },
      unit: 'metre',
    },
    {
      param: 'spanSeconds',
      title: { zh: '两台电台同在一地的持续时间', en: 'How long two radios stay together' },
      unit: 'second',
    },
    {
      param: 'apartSeconds',
      title: { zh: '两次定位相隔不超过', en: 'How far two positions may lie apart in time' },
      unit: 'second',
    },
    {
      param: 'answerSeconds',
      title: { zh: '两部手机应答相隔不超过', en: 'How far two answers by phone may lie apart' },
      unit: 'second',
    },
  ],
  limits: {
    zh: '只比较同一次呼点内的电台定位和手机应答位置。同一车组、同一岗位或同一巡区的人在一起属正常，不判断；处警和批准任务期间不判断。定位精度差于六十米的不用。分不清谁拿着谁的电台。',
    en: 'Compares positions of radios, and of answers on the phone’s page, within one roll-call. One crew, one post or one beat may be together; nothing is said of them, nor under an order or an approved task. Positions worse than sixty metres are not used. It cannot tell who holds whose radio.',
  },
  consumes: ['position.reported', 'radio.checked', 'roll-call.answered'],
  subject: (o, register) => {
    const rows = rowsOf(o as Observation, register)
    return rows.length === 0 ? undefined : pairsOf(rows, register)
  },
  initial: null,
  evolve: (state, _, { subject }) => state ?? pairOf(subject),

  evaluate(pair, { now, register, paramsAt }): Verdict {
    const { rollCall } = register
    const cycle = pair && rollCall.cycle(pair.cycle)
    const [a, b] = pair ? [rollCall.row(pair.cycle, pair.a), rollCall.row(pair.cycle, pair.b)] : []
    if (!cycle || !a || !b) return { is: 'clear', forgetAt: now + 1 }
    // The register forgets two hours after the closing, and who looks again must find what was there.
    const forgetAt = cycle.closed ? Math.max(now + 1, cycle.closed.at + JUDGED_MS) : now + JUDGED_MS
    const law = paramsAt(a.at)
    const answered = a.answers.length > 0 && b.answers.length > 0
    const together =
      law && answered && !sameCrew(a, b) ? (radiosTogether(a, b, law) ?? pagesTogether(a, b, law)) : undefined
    if (!together) return { is: 'clear', forgetAt }
    const belong = bothBelong(a, b, together, register)
    if (belong === undefined) return { is: 'unknown', missing: 'where both are to be', forgetAt }
    if (belong !== false) return { is: 'clear', forgetAt }
    return {
      is: 'breach',
      since: together.since,
      evidence: [...new Set([...together.seqs, ...[a, b].flatMap((row) => row.answers.map((x) => x.seq))])].sort(
        (x, y) => x - y,
      ),
      facts: {
        cycle: a.cycle,
        oneTarget: a.target,
        otherTarget: b.target,
        answeredBy: together.how,
        spanSeconds: Math.round(together.spanMs / 1_000),
      },
      concerns: {
        unit: a.unit,
        carrier: null,
        officers: [...new Set([...a.officers, ...b.officers])],
        place: together.place,
      },
      forgetAt,
    }
  },
})
