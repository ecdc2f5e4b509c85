import { d, type Family } from './duty.ts'

/** 继续盘问: Continued questioning. */
export const continuedQuestioning: Family = {
  title: { zh: '继续盘问', en: 'Continued questioning' },
  duties: [
    d(
      '只能由派出所决定',
      'Only a police station may decide it',
      '继续盘问规定 13',
      'continued-questioning.decided-by-station',
    ),
    d('未经审批、登记', 'No approval on record', '继续盘问规定 12、13、14', 'continued-questioning.no-approval'),
    d(
      '四种适用情形，九种除外情形',
      'Four grounds and nine exclusions',
      '继续盘问规定 8、9',
      'continued-questioning.no-ground continued-questioning.excluded',
    ),
    d('十二小时', 'Twelve hours', '继续盘问规定 11', 'continued-questioning.time-limit'),
    d(
      '延长至二十四小时',
      'Extension to twenty-four hours',
      '继续盘问规定 11、17',
      'continued-questioning.time-limit continued-questioning.extension-approver',
    ),
    d(
      '延长至四十八小时，不得一步到位',
      'Extension to forty-eight hours, not in one step',
      '继续盘问规定 11、17',
      'continued-questioning.time-limit continued-questioning.extension-skips-step continued-questioning.forty-eight-hours-ground continued-questioning.extension-approver',
    ),
    d(
      '特殊人员四小时、不进候问室、夜间领回',
      'Protected persons: four hours, no waiting room, not sent home alone at night',
      '继续盘问规定 10',
      'continued-questioning.vulnerable-four-hours continued-questioning.vulnerable-in-waiting-room continued-questioning.released-at-night',
    ),
    d(
      '立即通知家属或者单位',
      'Family or employer told at once',
      '继续盘问规定 14',
      'continued-questioning.notify-family',
      'care for dependants left alone (15): no event tells of them',
    ),
    d('批准后立即盘问', 'Questioned at once after approval', '继续盘问规定 16', 'continued-questioning.starts-late'),
    d(
      '连续继续盘问',
      'Back to back',
      '继续盘问规定 12(7)',
      'continued-questioning.back-to-back coercive-measure.chained-measures',
    ),
    d(
      '应当终止、释放',
      'Ended and released when it must be',
      '继续盘问规定 19、21',
      'continued-questioning.not-released',
    ),
    d('不少于二人', 'Two officers', '行政案件程序规定 52；治安管理处罚法 108', 'continued-questioning.two-officers'),
    d('非警务人员不得盘问', 'Police officers only', '继续盘问规定 5、39', 'continued-questioning.non-police'),
    d('不同性别不同室', 'Sexes apart in the waiting room', '继续盘问规定 30', 'case-area.mixed-sexes'),
    d(
      '候问室设置、批准、验收',
      'Where a waiting room may be',
      '继续盘问规定 26、28',
      'continued-questioning.waiting-room-place',
    ),
    d(
      '候问室标准、卧具',
      'Standard of the waiting room, bedding',
      '继续盘问规定 27',
      'continued-questioning.waiting-room-standard continued-questioning.bedding',
    ),
    d(
      '候问室看管、巡查',
      'Waiting room guarded and looked into',
      '继续盘问规定 26、29',
      'case-area.room-not-patrolled case-area.left-alone',
    ),
    d(
      '不得送监管场所',
      'Never in a custody facility',
      '继续盘问规定 30',
      'continued-questioning.held-in-custody-place',
    ),
    d(
      '伤病、事故、死亡报告督察',
      'Injury, illness, accident, death reported to supervision',
      '继续盘问规定 24、25、31、36',
      'continued-questioning.incident-unreported continued-questioning.death-appraisal continued-questioning.death-conclusion',
      'supervision’s own visit to the scene, and a second appraisal: for people to check',
    ),
    d('留置半小时备案', 'Filed within half an hour', '留置措施备案规定 2', 'continued-questioning.filed-late'),
    d(
      '随身物品清单、返还',
      'Belongings listed and given back',
      '继续盘问规定 32',
      'continued-questioning.belongings continued-questioning.belongings-returned',
    ),
    d('不使用警械', 'No restraints', '继续盘问规定 18', 'restraint.status-matrix'),
  ],
}
