import { radioHeard, reconcile } from '../../domain/roll-call/reconcile.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { ROLL_CALL_FROM, rowRule } from '../patterns/roll-call.ts'

export const rollCallWrongRadio = rowRule({
  id: 'roll-call.wrong-radio',
  title: { zh: '呼点由非本人配发的电台应答', en: 'Another radio than the one handed out answered the roll-call' },
  grade: 'B',
  paramSchema: noNumber,
  params: inForceFrom(ROLL_CALL_FROM),
  limits: {
    zh: '只比较应答电台的号码与配发记录；配发记录未及时更新时也会如此，临时借用电台应先登记。由同事用自己的电台代为说明，也算在内。电台检查的应答（海能达 RRS 0x0082、摩托罗拉 ARS）只写明谁应答，不写明应答的是哪一次呼叫：别的电台这样应答，看不出是替谁应答。能看出的只有两种：带有本次呼叫编号的定位报告（最后一次呼叫时一并索取），以及督察员记下的话音代答号码。写入同一号码的两台电台无法区分。',
    en: 'Compares only the number of the radio that was heard with who it was handed to; a list that is behind looks the same, and a radio lent out should be registered first. A colleague who answers for them over his own radio counts as well. The answer to a radio check (Hytera RRS 0x0082, Motorola ARS) says who answers and not which call: from another radio it cannot be seen for whom it was meant. It is seen in two ways only: a location report that bears the number of the call, which is asked for with the last call, and the number that the supervisor noted of a voice. Two radios programmed with one number cannot be told apart.',
  },
  hears: ['radio.checked'],
  judge(row, _cycle, _law, { register }) {
    const device = reconcile(row, register)?.chips.find((c) => c.source === 'device')
    if (device?.says !== 'contradicts') return undefined
    return {
      since: radioHeard(row)?.at ?? row.at,
      seqs: [row.seq, ...row.calls.filter((c) => c.channel === 'radio').map((c) => c.seq), ...device.seqs],
      facts: {
        answeringRadio: device.facts.radio ?? null,
        calledRadio: device.facts.called ?? null,
        because: device.because,
      },
    }
  },
})
