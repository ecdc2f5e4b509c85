import { stateOf } from '../../domain/roll-call/state.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { channelKinds, isDeaf, ROLL_CALL_FROM, rowRule } from '../patterns/roll-call.ts'

/** 集群电台呼点 (legal table N, duty-rollcall-radio): windows and tries are the bureau's and stand in the roll-call itself. */
export const rollCallMissed = rowRule({
  id: 'roll-call.missed',
  title: { zh: '呼点多次无人应答', en: 'Nobody answered the roll-call after all calls' },
  grade: 'B',
  paramSchema: noNumber,
  params: inForceFrom(ROLL_CALL_FROM),
  limits: {
    zh: '法律没有规定呼点次数和等待时间，均为本局设定。电台自动应答只说明电台在网，不说明人在岗。信道中断、不在覆盖范围的时段不计为未应答；设备故障但未报告的，看起来与无人应答相同。',
    en: 'No law gives tries or windows; both are local settings. A radio answers by itself: that shows it is on the network, not who holds it. Time without a channel or coverage never counts; a broken set that nobody reported looks like silence.',
  },
  hears: ['radio.checked', 'device.answered', ...channelKinds],
  judge(row, { closed }, _law, { register }) {
    if (!row.missed || stateOf(row, closed !== null) !== 'missed') return undefined
    if (isDeaf(row, register)) return { missing: 'a channel that worked during every call' }
    const last = row.calls.at(-1)
    return {
      since: last?.until ?? row.missed.at,
      seqs: [row.seq, ...row.calls.map((c) => c.seq), row.missed.seq, ...(row.offline ? [row.offline.seq] : [])],
      facts: {
        tries: Math.max(row.ended, ...row.calls.map((c) => c.try)),
        firstCalledAt: row.calls[0]?.at ?? null,
        channels: [...new Set(row.calls.map((c) => c.channel))].join(','),
        declaredOffline: row.offline !== null,
      },
    }
  },
})
