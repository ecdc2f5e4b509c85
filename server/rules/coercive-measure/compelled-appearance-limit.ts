import { bureauChiefs } from '../patterns/approvers.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { hoursFromArrival } from '../patterns/stay-clock.ts'

export const compelledAppearanceLimit = hoursFromArrival({
  id: 'coercive-measure.compelled-appearance-limit',
  title: { zh: '拘传超过时限', en: 'A compelled appearance runs past its limit' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第一百一十九条',
      '传唤、拘传持续的时间不得超过十二小时；案情特别重大、复杂，需要采取拘留、逮捕措施的，传唤、拘传持续的时间不得超过二十四小时。',
    ),
    criminalProcedure(
      '第八十条',
      '拘传持续的时间不得超过十二小时；案情特别重大、复杂，需要采取拘留、逮捕措施的，经县级以上公安机关负责人批准，拘传持续的时间不得超过二十四小时。',
    ),
  ],
  measure: 'compelled-appearance',
  params: [{ from: '2013-01-01', value: { baseHours: 12, extendedHours: 24, approvers: bureauChiefs } }],
  limits: {
    zh: '以门禁或者书面到案时间中较早的起算；没有到案记录时无法计时。延长只认届满前由县级以上公安机关负责人作出的批准，办案部门负责人无权批准；写明理由的，须案情特别重大、复杂并且需要拘留、逮捕；延长不足二十四小时的，以所批时间为准。',
    en: 'Counts from the earlier of gate and written arrival; without either it cannot count. Only an extension approved before expiry by the county bureau’s chief is counted; the head of the case unit has no power. Where grounds are given, they must name a grave or complex case that needs detention or arrest; one to fewer than twenty-four hours holds for those.',
  },
})
