import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'

export const lawyerPermission = answeredWithin({
  id: 'coercive-measure.lawyer-permission',
  title: { zh: '律师会见许可申请逾期未决定', en: 'A request for permission to visit was not decided in three days' },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第五十二条',
      '对辩护律师提出的会见申请，办案部门应当在收到申请后三日以内，报经县级以上公安机关负责人批准，作出许可或者不许可的决定，书面通知辩护律师，并及时通知看守所或者执行监视居住的部门。',
    ),
  ],
  application: 'lawyer-permission',
  pastDaysOff: true,
  params: [{ from: '2013-01-01', value: { amount: 3, unit: 'day' } }],
  limits: {
    zh: '收到之日不计；以登记时间为准。末日逢节假日顺延，在押人员的不顺延（刑事诉讼法第一百零五条）。',
    en: 'The day of receipt is not counted; goes by the register. A last day off moves on, unless the person is in custody (Criminal Procedure Law 105).',
  },
})
