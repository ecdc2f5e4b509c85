import { type Family, readAs } from './duty.ts'

const verified = readAs('verified')
const numberLocal = readAs('verified; number local')
const partSecondary = readAs('verified; part secondary')
const notFound = readAs('not found')

/** 督察权限与程序、投诉、信访: Supervision, complaints, petitions. */
export const supervision: Family = {
  title: { zh: '督察权限与程序、投诉、信访', en: 'Supervision, complaints, petitions' },
  duties: [
    verified(
      '现场督察二人、出示标志证件',
      'On site by two, with sign or certificate',
      '督察条例实施办法 22；督察条例 17',
      'supervision.inspected-alone supervision.without-sign',
      'an inspection in which nothing was done on the spot: no event tells who went to look',
    ),
    verified('模拟报警审批', 'Test calls approved', '督察条例实施办法 23', 'dispatch.test-unapproved'),
    verified(
      '停止执行职务十至六十日、批准、申诉五日',
      'Suspension: ten to sixty days, approval, appeal in five days',
      '督察条例 3、12、14',
      'supervision.measure-length supervision.measure-overrun supervision.measure-unapproved supervision.measure-appeal',
      'the name cleared after a wrong measure (14): for people to see to',
    ),
    verified(
      '禁闭一至七日、批准、申诉二十四小时',
      'Confinement: one to seven days, approval, appeal in 24 hours',
      '督察条例 12、14',
      'supervision.measure-length supervision.measure-overrun supervision.measure-unapproved supervision.measure-appeal',
    ),
    verified(
      '当场处置',
      'Measures on the spot',
      '督察条例 11；督察条例实施办法 32–37',
      'supervision.on-spot-measure supervision.on-spot-record',
    ),
    verified(
      '督察决定复核',
      'Decisions of supervision reviewed',
      '督察条例实施办法 46、47',
      'supervision.objection-unanswered',
      'the written reply of a unit in the time that supervision set: no event tells',
    ),
    numberLocal(
      '正在发生的投诉',
      'Complaints of what happens now',
      '督察条例 9；督察条例实施办法 31',
      'complaint.not-attended complaint.not-fed-back',
    ),
    verified(
      '撤销、变更错误决定报批',
      'Wrong orders overruled with approval',
      '督察条例 10',
      'supervision.overruled-unapproved',
    ),
    partSecondary(
      '信访告知十五日、五个工作日异议',
      'Petitioners told in fifteen days; objection in five working days',
      '信访工作条例 22、23',
      'petition.not-told petition.objection-late',
      'the fifteen days of article 22 bind the petition offices of party and government, not the bureau',
    ),
    verified(
      '信访六十日办结、复查复核',
      'Petitions closed in sixty days; reviews',
      '信访工作条例 31、34–36',
      'petition.closed-late petition.review-late',
    ),
    verified('举报不得转被举报人', 'Accusations kept from the accused', '信访工作条例 30、46(5)', 'complaint.leaked'),
    verified(
      '对强制措施、财物的申诉控告三十日',
      'Complaints of measures and property: thirty days',
      '刑事案件程序规定 196',
      'property.complaint-unanswered coercive-measure.complaint-unanswered',
    ),
    notFound(
      '12389办理时限',
      'Time limits of the hotline',
      '12389举报电话受理办理办法',
      '',
      'its articles on time could not be found; the bureau says what holds',
    ),
    verified(
      '执法过错申诉',
      'Appeals against fault findings',
      '执法过错责任追究规定 26、27',
      '',
      'not built: decided in the disciplinary file, which no system sends, and the text is not among our statutes',
    ),
    verified(
      '查看音视频留痕',
      'Views of recordings leave a trace',
      '公共安全视频条例 16、20；治安管理处罚法 138；内务条令 106(16)',
      '',
      'built in and not judged: no recording is opened or exported without who, when, why and what being journalled',
    ),
  ],
}
