import type { Point } from './plane.ts'

/**
 * The drawing board of a county that does not exist: 云岭县. Corners and anchors are in kilometres east and
 * north of the origin; everything uneven is grown from them. Names were made up and belong to nobody.
 */
const km = (x: number, y: number): Point => [x * 1_000, y * 1_000]

export const countyName = { zh: '云岭县', en: 'Yunling County' }

/** Corners where borders meet. Capital letters lie on the county boundary. */
export const corners: Readonly<Record<string, Point>> = {
  A: km(-21, 11),
  B: km(-13, 15.5),
  C: km(-4, 13),
  D: km(4, 16.5),
  E: km(13, 14),
  F: km(20, 15.5),
  G: km(22, 9),
  H: km(19, 3),
  I: km(20.5, -3),
  J: km(17, -9),
  K: km(18, -14),
  L: km(9, -12.5),
  M: km(1, -15),
  N: km(-7, -12),
  O: km(-14, -14.5),
  P: km(-22, -10),
  Q: km(-24, -3),
  R: km(-22, 4),
  s1: km(5.6, 3.6),
  s2: km(10, 4.8),
  s3: km(13.6, 2.6),
  s4: km(13.2, -2.8),
  s5: km(8.6, -4.4),
  s6: km(5.2, -2.2),
  n1: km(6.5, 9.5),
  n2: km(12.6, -7.4),
  n3: km(2.5, -8.4),
  n4: km(-3.5, 6),
  n5: km(-12.5, 7.2),
  n6: km(-5, -3.6),
  n7: km(-12.5, -2.6),
}

/** The county boundary, clockwise. */
export const outline = [...'ABCDEFGHIJKLMNOPQR']

/** The river along the eastern border; corners by name, bends between them. */
export const river: readonly (string | Point)[] = [
  km(18.4, 18.6),
  'F',
  km(21.7, 13.5),
  km(20.7, 11.2),
  'G',
  km(20.4, 6.8),
  km(21, 4.7),
  'H',
  km(18, 0.8),
  km(19.7, -1.2),
  'I',
  km(19.8, -5.3),
  km(17.2, -6.9),
  'J',
  km(18.5, -11),
  km(17.4, -12.6),
  'K',
  km(19.6, -17),
]

export const townships = [
  {
    id: 'chenglan',
    zh: '澄岚街道',
    en: 'Chenglan Subdistrict',
    ring: ['s1', 's2', 's3', 's4', 's5', 's6'],
    town: km(9.2, 0.2),
  },
  { id: 'weize', zh: '苇泽镇', en: 'Weize Town', ring: ['D', 'E', 'F', 'G', 'H', 's3', 's2', 'n1'], town: km(15, 9.4) },
  { id: 'yuedu', zh: '月渡镇', en: 'Yuedu Town', ring: ['H', 'I', 'J', 'n2', 's4', 's3'], town: km(16, -3.2) },
  {
    id: 'shuangqiao',
    zh: '霜桥镇',
    en: 'Shuangqiao Town',
    ring: ['J', 'K', 'L', 'M', 'n3', 's5', 's4', 'n2'],
    town: km(9.4, -9),
  },
  { id: 'yanpu', zh: '雁浦镇', en: 'Yanpu Town', ring: ['C', 'D', 'n1', 's2', 's1', 'n4'], town: km(1.4, 9.6) },
  { id: 'mailong', zh: '麦陇镇', en: 'Mailong Town', ring: ['n4', 's1', 's6', 's5', 'n3', 'n6'], town: km(-0.4, -0.8) },
  { id: 'shuangqu', zh: '双渠镇', en: 'Shuangqu Town', ring: ['B', 'C', 'n4', 'n6', 'n7', 'n5'], town: km(-8, 4.2) },
  {
    id: 'shazaoping',
    zh: '沙枣坪乡',
    en: 'Shazaoping Township',
    ring: ['M', 'N', 'O', 'n7', 'n6', 'n3'],
    town: km(-4, -8.6),
  },
  { id: 'luqing', zh: '麓晴乡', en: 'Luqing Township', ring: ['A', 'B', 'n5', 'n7', 'Q', 'R'], town: km(-17, 4.2) },
  { id: 'tuolingtan', zh: '驼铃滩镇', en: 'Tuolingtan Town', ring: ['Q', 'n7', 'O', 'P'], town: km(-17.4, -7.6) },
] as const
export type TownshipId = (typeof townships)[number]['id']

/** Canals, the railway and a lake: scenery, and the places where a road passes under or over something. */
export const railway: readonly Point[] = [
  km(7.8, 18.5),
  km(6.6, 11),
  km(5, 5),
  km(4.6, 0),
  km(5.4, -5.4),
  km(4.2, -10),
  km(2.6, -17.5),
]
export const canals = [
  {
    zh: '云岭东渠',
    en: 'East Canal',
    line: [km(-2.4, -13.6), km(-0.8, -8), km(2.4, -3.2), km(2.2, 2.6), km(3.4, 8.2), km(4.6, 16.6)],
  },
  {
    zh: '云岭西渠',
    en: 'West Canal',
    line: [km(-9.6, -12.9), km(-8.4, -6), km(-6.2, -0.6), km(-6.6, 4.6), km(-8.8, 9), km(-8.6, 14.2)],
  },
]
export const lake = { zh: '苇泽湖', en: 'Weize Lake', centre: km(11.3, 8.1), radius: 720 }

export type RoadClass = 'national' | 'provincial' | 'county' | 'rural' | 'arterial' | 'street'
/** km/h by class of road; 道路交通安全法实施条例 45 sets the ceilings (70 on a single-carriageway 公路 outside towns, 80 where signed). */
export const limitKmhByClass: Readonly<Record<RoadClass, number>> = {
  national: 80,
  provincial: 70,
  county: 60,
  rural: 40,
  arterial: 50,
  street: 40,
}

interface Trunk {
  readonly class: RoadClass
  readonly ref: string
  readonly zh: string
  readonly en: string
  /** A township id means: the edge of its town that faces the neighbour in this list. */
  readonly through: readonly (TownshipId | Point)[]
}

export const trunks: readonly Trunk[] = [
  {
    class: 'national',
    ref: 'G990',
    zh: '岚津线',
    en: 'Lanjin Line',
    through: [km(10.6, 20), km(12, 14.6), km(13.4, 12), 'weize', km(13.4, 5.4), 'chenglan'],
  },
  {
    class: 'national',
    ref: 'G990',
    zh: '岚津线',
    en: 'Lanjin Line',
    through: ['chenglan', km(10.2, -5.4), 'shuangqiao', km(7.6, -12), km(6.4, -14.8), km(5.6, -19)],
  },
  {
    class: 'provincial',
    ref: 'S871',
    zh: '朔云线',
    en: 'Shuoyun Line',
    through: [km(26, 0.8), km(20.6, 0.1), km(16.6, 0.9), 'chenglan'],
  },
  {
    class: 'provincial',
    ref: 'S871',
    zh: '朔云线',
    en: 'Shuoyun Line',
    through: ['chenglan', km(4.6, -0.2), 'mailong'],
  },
  {
    class: 'provincial',
    ref: 'S871',
    zh: '朔云线',
    en: 'Shuoyun Line',
    through: ['mailong', km(-4.2, 1.8), 'shuangqu'],
  },
  {
    class: 'provincial',
    ref: 'S871',
    zh: '朔云线',
    en: 'Shuoyun Line',
    through: ['shuangqu', km(-12.4, 4.4), 'luqing'],
  },
  {
    class: 'provincial',
    ref: 'S871',
    zh: '朔云线',
    en: 'Shuoyun Line',
    through: ['luqing', km(-19.6, 5), km(-23.2, 5.4), km(-28, 6.6)],
  },
  {
    class: 'provincial',
    ref: 'S872',
    zh: '云北线',
    en: 'Yunbei Line',
    through: ['chenglan', km(6.9, 5), km(4, 7.4), 'yanpu'],
  },
  {
    class: 'provincial',
    ref: 'S872',
    zh: '云北线',
    en: 'Yunbei Line',
    through: ['yanpu', km(0.2, 12.6), km(-0.6, 15.5), km(-0.8, 19)],
  },
  {
    class: 'provincial',
    ref: 'S873',
    zh: '霜驼线',
    en: 'Shuangtuo Line',
    through: ['shuangqiao', km(2.8, -9.8), 'shazaoping'],
  },
  {
    class: 'provincial',
    ref: 'S873',
    zh: '霜驼线',
    en: 'Shuangtuo Line',
    through: ['shazaoping', km(-10.6, -9.8), 'tuolingtan'],
  },
  {
    class: 'provincial',
    ref: 'S873',
    zh: '霜驼线',
    en: 'Shuangtuo Line',
    through: ['tuolingtan', km(-21.4, -8.2), km(-27, -9.4)],
  },
  { class: 'county', ref: 'X501', zh: '澄月路', en: 'Chengyue Road', through: ['chenglan', km(12.6, -1.9), 'yuedu'] },
  {
    class: 'county',
    ref: 'X502',
    zh: '月霜路',
    en: 'Yueshuang Road',
    through: ['yuedu', km(14.6, -6.8), 'shuangqiao'],
  },
  {
    class: 'county',
    ref: 'X503',
    zh: '滨河路',
    en: 'Riverside Road',
    through: ['weize', km(18.4, 6.6), km(16.9, 3), km(17, -0.4), 'yuedu'],
  },
  { class: 'county', ref: 'X504', zh: '苇雁路', en: 'Weiyan Road', through: ['weize', km(8.6, 10.8), 'yanpu'] },
  { class: 'county', ref: 'X505', zh: '雁渠路', en: 'Yanqu Road', through: ['yanpu', km(-3.4, 8.2), 'shuangqu'] },
  { class: 'county', ref: 'X506', zh: '麦沙路', en: 'Maisha Road', through: ['mailong', km(-2.8, -4.8), 'shazaoping'] },
  {
    class: 'county',
    ref: 'X507',
    zh: '渠驼路',
    en: 'Qutuo Road',
    through: ['shuangqu', km(-10.6, -1.4), km(-13.4, -4.8), 'tuolingtan'],
  },
  { class: 'county', ref: 'X508', zh: '麓滩路', en: 'Lutan Road', through: ['luqing', km(-18, -1.4), 'tuolingtan'] },
  { class: 'county', ref: 'X509', zh: '麦霜路', en: 'Maishuang Road', through: ['mailong', km(3.9, -5), 'shuangqiao'] },
  {
    class: 'county',
    ref: 'X510',
    zh: '北麓路',
    en: 'Beilu Road',
    through: ['shuangqu', km(-10.8, 9.2), km(-15.2, 10.2), 'luqing'],
  },
]

/** Street names of the county seat: west to east, then south to north. */
export const avenues = ['朔风路', '梧影路', '云帆路', '澄波大道', '砚池路', '霁月路', '苇笛路', '望渡路'] as const
export const streets = ['南薰街', '棠梨街', '汀兰街', '云岭大街', '笙歌街', '栖霞里街', '北辰里街'] as const
