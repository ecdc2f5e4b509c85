/** Syllables that make village names nobody bears: stem + landform. */
export const villageStems = [
  ['澄', 'Cheng'],
  ['岚', 'Lan'],
  ['霁', 'Ji'],
  ['溯', 'Su'],
  ['麓', 'Lu'],
  ['汀', 'Ting'],
  ['朔', 'Shuo'],
  ['蔚', 'Wei'],
  ['棠', 'Tang'],
  ['梧', 'Wu'],
  ['砚', 'Yan'],
  ['笙', 'Sheng'],
  ['绮', 'Qi'],
  ['苇', 'Wei'],
  ['霭', 'Ai'],
  ['栖', 'Qi'],
] as const

export const villageForms = [
  ['渠', 'qu'],
  ['台', 'tai'],
  ['坪', 'ping'],
  ['湾', 'wan'],
  ['滩', 'tan'],
  ['泉', 'quan'],
  ['沟', 'gou'],
  ['堡', 'pu'],
] as const

export const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
export const givenMale = [
  '建国',
  '志远',
  '海峰',
  '文博',
  '立新',
  '浩然',
  '国栋',
  '永刚',
  '晓东',
  '子轩',
  '伟民',
  '振宇',
  '卫平',
  '启明',
  '少华',
  '俊杰',
  '宏图',
  '光远',
  '长青',
  '思源',
]
export const givenFemale = [
  '丽娟',
  '晓燕',
  '雅琴',
  '文静',
  '思敏',
  '海霞',
  '玉兰',
  '雪梅',
  '佳宁',
  '秀英',
  '若彤',
  '春华',
]

/** 警衔 from low to high, as a county bureau of this size would have them. */
export const ranks = [
  '二级警员',
  '一级警员',
  '三级警司',
  '二级警司',
  '一级警司',
  '三级警督',
  '二级警督',
  '一级警督',
] as const
