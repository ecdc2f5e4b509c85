/** Words for what supervision decides and does, for complaints and petitions. */
export const supervisionValuesZh: Readonly<Record<string, string>> = {
  // 督察措施
  'duty-suspension': '停止执行职务',
  confinement: '禁闭',
  'not-decided-by-supervision': '不是督察机构决定',
  annulled: '撤销',
  altered: '变更',
  // 当场处置
  corrected: '当场纠正',
  'weapon-held': '扣留武器',
  'restraint-held': '扣留警械',
  'insignia-held': '扣留警用标志',
  removed: '带离现场',
  appearance: '违反警容风纪规定',
  misuse: '违反规定使用武器、警械、警车、标志',
  'no-record': '没有书面记录',
  'no-receipt': '没有凭证',
  // 复核、申诉
  'first-review': '复查',
  appeal: '申诉',
  're-check': '复核',
  // 信访
  direct: '信访人直接提出',
  'passed-on': '转送、交办',
  claim: '申诉求决',
  suggestion: '意见建议',
  accusation: '检举控告',
  litigation: '涉及诉讼权利救济',
  told: '透露',
}
