import { z } from 'zod'
import { publicHelp } from '../basis.ts'
import { policeLaw, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { toldOf, trackDefaults } from '../patterns/order-rule.ts'
import { orderWithin } from '../patterns/order-within.ts'

const schema = z.object({
  arriveM: z.number(),
  moveM: z.number(),
  movingKmh: z.number(),
  acknowledgeMinutes: z.number().min(1).max(60),
})

/** 派警指令未确认 (legal table K, 110-no-response). */
export const notAcknowledged = orderWithin<z.infer<typeof schema>>({
  id: 'dispatch.not-acknowledged',
  title: { zh: '派警指令没有及时确认', en: 'An order was not acknowledged in time' },
  grade: 'A',
  citations: [
    publicOrder2025('第一百三十九条', '（九）接到要求制止违反治安管理行为的报警后，不及时出警的；'),
    publicOrder2012('第一百一十六条', '（九）接到要求制止违反治安管理行为的报警后，不及时出警的；'),
    policeLaw('第三十二条', '人民警察必须执行上级的决定和命令。'),
    publicHelp,
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { ...trackDefaults, acknowledgeMinutes: 1 } }],
  localSettings: [
    { param: 'acknowledgeMinutes', title: { zh: '确认时限', en: 'Time to acknowledge' }, unit: 'minute' },
  ],
  limits: {
    zh: '分钟数为本局设定。已经出动的不算未确认；既未确认又未出动的，属于不及时出警，故为A级。已经出动、到达、拒绝或者撤销的视为已知悉指令。电台口头确认未录入的看不到。',
    en: 'The minute is a setting. Neither taking the order nor setting out is what the law names, hence grade A. Whoever set out, arrived or declined knew of the order. A spoken acknowledgement that nobody entered is invisible.',
  },
  minutes: (law) => law.acknowledgeMinutes,
  done(state) {
    const { moving, arrived } = state.track
    const told = toldOf(
      state,
      'dispatch.acknowledged',
      'dispatch.departed',
      'dispatch.arrived',
      'dispatch.refused',
      'dispatch.fed-back',
    )[0]
    const seen = arrived && (moving === null || arrived.at < moving.at) ? arrived : moving
    if (seen && (!told || seen.at < told.at)) return { at: seen.at, seen: [[seen.seq]], by: 'own-position' }
    return told && { at: told.at, seen: [told], by: 'dispatch-system' }
  },
})
