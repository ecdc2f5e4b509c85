import { departmentChiefs } from '../patterns/approvers.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { hoursFromArrival } from '../patterns/stay-clock.ts'

export const criminalSummonsLimit = hoursFromArrival({
  id: 'coercive-measure.criminal-summons-limit',
  title: { zh: '传唤犯罪嫌疑人超过时限', en: 'A criminal summons runs past its limit' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第一百一十九条',
      '传唤、拘传持续的时间不得超过十二小时；案情特别重大、复杂，需要采取拘留、逮捕措施的，传唤、拘传持续的时间不得超过二十四小时。',
    ),
    criminalProcedure(
      '第二百条',
      '传唤持续的时间不得超过十二小时。案情特别重大、复杂，需要采取拘留、逮捕措施的，经办案部门负责人批准，传唤持续的时间不得超过二十四小时。',
    ),
  ],
  measure: 'criminal-summons',
  params: [{ from: '2013-01-01', value: { baseHours: 12, extendedHours: 24, approvers: departmentChiefs } }],
  limits: {
    zh: '以门禁或者书面到案时间中较早的起算；没有到案记录时无法计时。延长只认届满前由办案部门负责人以上作出的批准；写明理由的，须案情特别重大、复杂并且需要拘留、逮捕；延长不足二十四小时的，以所批时间为准。',
    en: 'Counts from the earlier of gate and written arrival; without either it cannot count. Only an extension approved before expiry by the head of the case unit or above is counted. Where grounds are given, they must name a grave or complex case that needs detention or arrest; one to fewer than twenty-four hours holds for those.',
  },
})
