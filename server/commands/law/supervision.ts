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
      '',
      'no event tells who went to look',
    ),
    verified('模拟报警审批', 'Test calls approved', '督察条例实施办法 23', 'dispatch.test-unapproved'),
    verified(
      '停止执行职务十至六十日、批准、申诉五日',
      'Suspension: ten to sixty days, approval, appeal in five days',
      '督察条例 3、12、14',
      '',
      'not built',
    ),
    verified(
      '禁闭一至七日、批准、申诉二十四小时',
      'Confinement: one to seven days, approval, appeal in 24 hours',
      '督察条例 12、14',
      '',
      'not built',
    ),
    verified('当场处置', 'Measures on the spot', '督察条例 11；督察条例实施办法 32–37', '', 'not built'),
    verified('督察决定复核', 'Decisions of supervision reviewed', '督察条例实施办法 46、47', '', 'not built'),
    numberLocal('正在发生的投诉', 'Complaints of what happens now', '督察条例 9；督察条例实施办法 31', '', 'not built'),
    verified(
      '撤销、变更错误决定报批',
      'Wrong orders overruled with approval',
      '督察条例 10',
      '',
      'not built: no system sends such decisions',
    ),
    partSecondary(
      '信访告知十五日、五个工作日异议',
      'Petitioners told in fifteen days; objection in five working days',
      '信访工作条例 22、23',
      '',
      'not built',
    ),
    verified(
      '信访六十日办结、复查复核',
      'Petitions closed in sixty days; reviews',
      '信访工作条例 31、34–36',
      '',
      'not built',
    ),
    verified('举报不得转被举报人', 'Accusations kept from the accused', '信访工作条例 30、46(5)', '', 'not built'),
    verified(
      '对强制措施、财物的申诉控告三十日',
      'Complaints of measures and property: thirty days',
      '刑事案件程序规定 196',
      'property.complaint-unanswered',
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
      'not built: decided in the disciplinary file, which no system sends',
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
