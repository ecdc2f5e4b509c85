import { z } from 'zod'
import { publicHelp } from '../basis.ts'
import { policeLaw, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { toldOf, trackDefaults, trackSettings } from '../patterns/order-rule.ts'
import { orderWithin } from '../patterns/order-within.ts'

const schema = z.object({
  arriveM: z.number().min(10).max(2000),
  moveM: z.number().min(10).max(2000),
  movingKmh: z.number().min(1).max(50),
  moveMinutes: z.number().min(1).max(60),
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
  params: [{ from: '2013-01-01', value: { ...trackDefaults, moveMinutes: 3 } }],
  localSettings: [
    { param: 'moveMinutes', title: { zh: '出动时限', en: 'Time to set out' }, unit: 'minute' },
    ...trackSettings,
  ],
  limits: {
    zh: '分钟数为本局设定。出动以被派车辆、民警自身定位的位移或者车速为准；定位显示未动而登记“已出警”的仍作线索。没有定位也没有登记的看不到，不作判断。已在现场的视为到达。',
    en: 'The minutes are a setting. Setting out is what positions show, by distance or speed; “departed” on record while the car stands is still a lead. Without positions and without an entry nothing is judged. Whoever was there already has arrived.',
  },
  minutes: (law) => law.moveMinutes,
  done(state) {
    const { moving, arrived, fixes } = state.track
    const first = [
      ...(moving ? [{ ...moving, by: 'own-position' }] : []),
      ...(arrived ? [{ at: arrived.at, seq: arrived.seq, by: 'own-position' }] : []),
    ].toSorted((a, b) => a.at - b.at)[0]
    if (first) return { at: first.at, seen: [[first.seq]], by: first.by }
    const said = toldOf(state, 'dispatch.departed', 'dispatch.arrived')[0]
    if (fixes.length > 0) return undefined
    return said ? { at: said.at, seen: [said], by: 'dispatch-system' } : { missing: 'a position since the order' }
  },
  facts: (state) => ({
    saidDepartedAt: toldOf(state, 'dispatch.departed')[0]?.at ?? null,
    positions: state.track.fixes.length,
  }),
})
