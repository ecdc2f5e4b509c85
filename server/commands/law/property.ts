import { type Family, readAs } from './duty.ts'

const partMemory = readAs('verified; part memory')
const partSecondary = readAs('verified; part secondary')
const secondary = readAs('secondary')
const verified = readAs('verified')
const numberLocal = readAs('verified; number local')

/** 涉案财物: Property. */
export const property: Family = {
  title: { zh: '涉案财物', en: 'Property' },
  duties: [
    partMemory(
      '二十四小时内移交保管',
      'Handed over in 24 hours',
      '行政案件程序规定 190；刑事案件：涉案财物管理若干规定（2015）',
      'property.handover-late',
    ),
    partSecondary(
      '查封、冻结二十四小时登记',
      'What stays in place registered in 24 hours',
      '行政案件程序规定 190',
      'property.papers-late',
    ),
    secondary(
      '文书报督察备案（旧）',
      'Papers filed with supervision (old)',
      '涉案财物管理若干规定（2010） 13',
      '',
      'not built: the rule was replaced from 2015-09-01, and its successor could not be read',
    ),
    verified(
      '办案人员不得自行保管',
      'Not kept by those on the case',
      '行政案件程序规定 188；刑事案件程序规定 235',
      'property.self-kept',
    ),
    verified('电子台账', 'Ledger', '行政案件程序规定 189', 'property.ledger'),
    partSecondary(
      '调用、归还',
      'Borrowed and brought back',
      '行政案件程序规定 190',
      'property.borrowed-unapproved property.not-returned',
    ),
    partSecondary(
      '扣押审批',
      'Seizure approved',
      '治安管理处罚法 105；行政案件程序规定 107；刑事案件程序规定 228',
      'property.seizure-approval property.seized-before-filing',
    ),
    verified(
      '扣押二人、清单',
      'Seized by two, with a list',
      '刑事案件程序规定 229、230；治安管理处罚法 105、108；行政案件程序规定 111',
      'property.seizure-officers property.seizure-list questioning.one-officer',
    ),
    verified(
      '行政扣押三十日加三十日',
      'Administrative seizure: thirty days and thirty',
      '行政案件程序规定 112、115；行政强制法 25',
      'property.period-over property.not-told',
    ),
    verified(
      '先行登记保存七日',
      'Registered in advance: seven days',
      '行政案件程序规定 110；行政处罚法 56、85',
      'property.advance-registration',
    ),
    verified(
      '与案件无关三日退还，无主六个月',
      'What is unrelated returned in three days; the ownerless after six months',
      '刑事诉讼法 145；刑事案件程序规定 233、247；治安管理处罚法 105；行政案件程序规定 197',
      'property.unrelated-not-returned property.freeze-unrelated property.unclaimed-too-soon',
    ),
    numberLocal(
      '及时发还被害人',
      'Returned to the victim',
      '刑事案件程序规定 234；行政案件程序规定 192',
      'property.victim-not-returned property.given-back-wrongly',
    ),
    verified(
      '冻结期限、批准',
      'Freezing: terms and approval',
      '刑事案件程序规定 239、240、243–245',
      'property.freeze-term property.freeze-approver',
    ),
    verified(
      '不得使用、挪用、调换、损毁',
      'Not used, swapped or damaged',
      '治安管理处罚法 105、139；行政案件程序规定 187；刑事案件程序规定 235',
      'property.misused property.mismatch',
    ),
    verified(
      '扣留车辆、证件二十四小时上交',
      'Detained vehicles and papers handed in within 24 hours',
      '道路交通违法处理程序规定 28、32、37',
      'property.traffic-not-handed-in ticket.coercion-handed-in',
      'cargo seized with the vehicle: no event tells',
    ),
  ],
}
