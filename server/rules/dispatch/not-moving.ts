import { z } from 'zod'
import { seconds } from '../../domain/time.ts'
import { publicHelp } from '../basis.ts'
import { policeLaw, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { toldOf, trackDefaults, trackSettings } from '../patterns/order-rule.ts'
import { orderWithin } from '../patterns/order-within.ts'

const schema = z.object({
  arriveM: z.number().min(10).max(2000),
  moveM: z.number().min(10).max(2000),
  movingKmh: z.number().min(1).max(50),
  moveMinutes: z.number().min(1).max(60),
  freshSeconds: z.number().min(10).max(600),
})

/** 不及时出警 (legal table K, 110-no-response): what counts is that somebody sets out, as positions show it. */
export const notMoving = orderWithin<z.infer<typeof schema>>({
  id: 'dispatch.not-moving',
  title: { zh: '接到派警指令后没有及时出动', en: 'An order was given and nobody set out' },
  grade: 'A',
  citations: [
    publicOrder2025('第一百三十九条', '（九）接到要求制止违反治安管理行为的报警后，不及时出警的；'),
    publicOrder2012('第一百一十六条', '（九）接到要求制止违反治安管理行为的报警后，不及时出警的；'),
    policeLaw('第二十一条', '对公民的报警案件，应当及时查处。'),
    publicHelp,
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { ...trackDefaults, moveMinutes: 3, freshSeconds: 60 } }],
  localSettings: [
    { param: 'moveMinutes', title: { zh: '出动时限', en: 'Time to set out' }, unit: 'minute' },
    {
      param: 'freshSeconds',
      title: {
        zh: '到期推定所需的最近定位时效',
        en: 'Age of the last report up to which a deadline is presumed',
      },
      unit: 'second',
    },
    ...trackSettings,
  ],
  limits: {
    zh: '分钟数为本局设定。出动以被派车辆、民警自身定位的位移或者车速为准；定位显示未动而登记“已出警”的仍作线索。没有出动登记的，指令下达后的定位须自期限届满一分钟以前起、至届满前一分钟以内或者其后显示未动，否则看不到是否出动，不作判断。已在现场的视为到达。',
    en: 'The minutes are a setting. Setting out is what positions show, by distance or speed; “departed” on record while the car stands is still a lead. Without an entry of setting out it judges only where positions since the order show the car standing: the first at least a minute before the time was over, the last not earlier than a minute before it. Whoever was there already has arrived.',
  },
  minutes: (law) => law.moveMinutes,
  done(state, { dueAt }, { freshSeconds }) {
    const { start, moving, arrived, fixes } = state.track
    const fresh = seconds(freshSeconds)
    const first = [
      ...(moving ? [{ ...moving, by: 'own-position' }] : []),
      ...(arrived ? [{ at: arrived.at, seq: arrived.seq, by: 'own-position' }] : []),
    ].toSorted((a, b) => a.at - b.at)[0]
    const shown = first && { at: first.at, seen: [[first.seq]], by: first.by }
    if (shown && shown.at <= dueAt) return shown
    // Seen standing while the time ran out, whatever is entered; in a longer silence, before the first position or after
    // the last, it may have set out unseen.
    const still = fixes.findLast((f) => first === undefined || f.at < first.at)
    if (start && start.at <= dueAt - fresh && still && still.at >= dueAt - fresh) return shown
    const departed = toldOf(state, 'dispatch.departed')[0]
    if (departed) return { at: departed.at, seen: [departed], by: 'dispatch-system' }
    // Whoever was there in time had set out; whoever came later may have, too.
    const there = toldOf(state, 'dispatch.arrived')[0]
    if (there && there.at <= dueAt) return { at: there.at, seen: [there], by: 'dispatch-system' }
    return { missing: 'a position when the time to set out was over, or the entry of setting out' }
  },
  facts: (state) => ({
    saidDepartedAt: toldOf(state, 'dispatch.departed')[0]?.at ?? null,
    positions: state.track.fixes.length,
  }),
})
