/** Words for what custody facilities and armouries tell. */
export const facilityValuesZh: Readonly<Record<string, string>> = {
  // 事件
  'visible-injury': '外伤',
  'sudden-illness': '严重疾病发作',
  'protected-person-in-room': '特殊人员被送入候问室',
  'serious-injury': '重伤',
  death: '死亡',
  // 检查
  cells: '监室检查',
  // 出所
  'home-leave': '拘役罪犯回家',
  'home-visit': '离所探亲',
  supervision: '警务督察部门',
  committee: '没有所务会记录',
  approval: '批准人无权或者没有批准',
}
