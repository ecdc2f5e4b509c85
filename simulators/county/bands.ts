/** Bands of discretion, fictional: a real bureau imports what its province and city published. */
type Row = readonly [
  id: string,
  article: string,
  code: string,
  circumstances: string,
  fineFrom: number | null,
  fineTo: number | null,
  daysFrom: number | null,
  daysTo: number | null,
  both: boolean,
]

const bands: readonly Row[] = [
  ['YL-51-1', '第五十一条', 'assault-slight', '殴打他人，情节较轻，未造成伤害', 200, 500, null, null, false],
  ['YL-51-2', '第五十一条', 'assault', '殴打他人，造成轻微伤', 500, 800, 5, 7, true],
  ['YL-58-1', '第五十八条', 'theft-small', '盗窃，价值三百元以下', 300, 1000, 5, 7, false],
  ['YL-59-1', '第五十九条', 'damage-small', '故意损毁财物，价值一千元以下', 200, 600, null, null, false],
  ['YL-82-1', '第八十二条', 'gambling', '参与赌博，赌资较大', 300, 800, 1, 5, false],
]

export const bandHeader = [
  ...['编号', '制定机关', '法律法规', '版本年份', '条文', '情形代码', '情形', '警告'],
  ...['罚款起', '罚款止', '拘留起', '拘留止', '并处', '施行', '废止'],
] as const

export const bandRows = bands.map(([id, article, code, circumstances, fineFrom, fineTo, daysFrom, daysTo, both]) => [
  ...[id, '云岭县公安局（演示）', '治安管理处罚法', 2025, article, code, circumstances, '否'],
  ...[fineFrom, fineTo, daysFrom, daysTo, both ? '是' : '否', '2026-01-01 00:00', null],
])
