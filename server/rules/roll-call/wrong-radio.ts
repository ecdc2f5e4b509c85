import { reconcile } from '../../domain/roll-call/reconcile.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { ROLL_CALL_FROM, rowRule } from '../patterns/roll-call.ts'

export const rollCallWrongRadio = rowRule({
  id: 'roll-call.wrong-radio',
  title: { zh: '呼点由非本人配发的电台应答', en: 'Another radio than the one handed out answered the roll-call' },
  grade: 'B',
  paramSchema: noNumber,
  params: inForceFrom(ROLL_CALL_FROM),
  limits: {
    zh: '只比较应答电台的号码与配发记录；配发记录未及时更新时也会如此。临时借用电台应先登记。',
    en: 'Compares only the number of the radio that answered with who it was handed to; a list that is behind looks the same. A radio lent out should be registered first.',
  },
  hears: ['radio.checked'],
  judge(row, _cycle, _law, { register }) {
    const device = reconcile(row, register)?.chips.find((c) => c.source === 'device')
    if (device?.says !== 'contradicts') return undefined
    const answer = row.answers.find((a) => a.radio !== null)
    return {
      since: answer?.at ?? row.at,
      seqs: [row.seq, ...row.calls.filter((c) => c.channel === 'radio').map((c) => c.seq), ...device.seqs],
      facts: {
        answeringRadio: device.facts.radio ?? null,
        calledRadio: device.facts.called ?? null,
        because: device.because,
      },
    }
  },
})
