import { changeOfMeasureAnswer as rule } from '../../../server/rules/coercive-measure/change-of-measure.ts'
import { describeAnswerLimit } from '../../support/limits-of-answers.ts'

describeAnswerLimit('公安机关收到申请后，应当在三日以内作出决定（刑诉法第九十七条）', {
  rule,
  kind: 'change-of-measure',
})
