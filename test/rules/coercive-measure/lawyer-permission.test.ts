import { lawyerPermission as rule } from '../../../server/rules/coercive-measure/lawyer-permission.ts'
import { describeAnswerLimit } from '../../support/limits-of-answers.ts'

describeAnswerLimit('应当在收到申请后三日以内 … 作出许可或者不许可的决定（程序规定第五十二条）', {
  rule,
  kind: 'lawyer-permission',
})
