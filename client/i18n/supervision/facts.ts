/** Labels of what the rules on supervision itself, complaints and petitions tell. */
export const supervisionFactsZh = {
  channel: '投诉渠道',
  excludedDays: '听证占用天数',
  fromDays: '最少天数',
  how: '处理方式',
  matter: '信访事项',
  prolongedDays: '延长天数',
  step: '程序',
  via: '收到方式',
}
export const supervisionFactsEn = {
  channel: 'Channel',
  excludedDays: 'Days of hearings',
  fromDays: 'At least, days',
  how: 'How',
  matter: 'Matter',
  prolongedDays: 'Prolonged by, days',
  step: 'Step',
  via: 'Received',
}
