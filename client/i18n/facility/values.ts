/** Words for what custody facilities and armouries tell. */
export const facilityValuesZh: Readonly<Record<string, string>> = {
  // 搜查
  'carried-weapon': '可能随身携带凶器',
  'dangerous-goods': '可能隐藏爆炸、剧毒等危险物品',
  'hidden-evidence': '可能隐匿、毁弃、转移犯罪证据',
  'other-suspects': '可能隐匿其他犯罪嫌疑人',
  'sudden-emergency': '其他突然发生的紧急情况',
  'person-absent': '本人不在场或者在逃',
  'family-refused': '家属拒绝签名',
  'witness-refused': '见证人拒绝签名',
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
