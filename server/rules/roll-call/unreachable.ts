import { stateOf } from '../../domain/roll-call/state.ts'
import { equipment } from '../basis.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { ROLL_CALL_FROM, rowRule } from '../patterns/roll-call.ts'

const rule = rowRule({
  id: 'roll-call.unreachable',
  title: {
    zh: '岗位没有可用的呼点手段，值守情况不可观测',
    en: 'A post could not be called by any means: whether it is manned cannot be observed',
  },
  grade: 'C',
  paramSchema: noNumber,
  params: inForceFrom(ROLL_CALL_FROM),
  limits: {
    zh: '责任在设备管理单位，不对人员作任何判断。调度台或基站中断另有规则；车载终端、手机未连接的也不在此列。',
    en: 'Charged to whoever keeps the equipment; it says nothing of the people. A lost dispatcher or site has a rule of its own, and so has a silent tracker.',
  },
  hears: [],
  judge(row, { closed }, _law, { register }) {
    if (!closed || !row.hindered || stateOf(row, true) !== 'unobservable') return undefined
    const { because } = row.hindered
    if (because !== 'no-device' && because !== 'out-of-coverage') return undefined
    const device = row.channels.find((c) => c.channel === 'radio')?.device ?? null
    const gateway = register.radio.radio(device)?.gateway
    const keeper =
      because === 'out-of-coverage'
        ? gateway === undefined
          ? undefined
          : register.radio.trunk(gateway)?.owner
        : undefined
    return {
      since: row.hindered.at,
      seqs: [row.seq, ...row.calls.map((c) => c.seq), row.hindered.seq, closed.seq],
      facts: { because, device },
      unit: keeper ?? (device === null ? null : (register.device(device)?.owner ?? null)),
      officers: [],
    }
  },
})

/** Who cannot be called cannot be found missing; the hole in supervision is the finding (invariant I4). */
export const rollCallUnreachable = { ...rule, citations: [equipment] as const }
