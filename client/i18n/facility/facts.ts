/** Labels of what the rules on custody facilities, armouries and defence tell. */
export const facilityFactsZh = {
  admittedAt: '收押时间',
  armoury: '枪弹库（柜）',
  backAt: '返回时间',
  convict: '服刑罪犯',
  deputy: '人大代表级别',
  large: '五万元以上',
  leaderless: '没有领导带班',
  month: '月份',
  mostDays: '最多天数',
  offsetDays: '决定书载明的折抵天数',
  travelDays: '路途天数',
  weapon: '枪号',
}
export const facilityFactsEn = {
  admittedAt: 'Admitted at',
  armoury: 'Armoury',
  backAt: 'Back at',
  convict: 'Serves a sentence',
  deputy: 'Deputy of',
  large: 'Fifty thousand yuan or more',
  leaderless: 'No leader on duty',
  month: 'Month',
  mostDays: 'At most, days',
  offsetDays: 'Days set off by the decision',
  travelDays: 'Days of travel',
  weapon: 'Weapon number',
}
