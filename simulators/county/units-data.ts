import type { TownshipId } from './layout-data.ts'
import type { Point } from './plane.ts'

export interface UnitPlan {
  readonly id: string
  readonly kind: 'bureau' | 'station' | 'department' | 'traffic' | 'command-centre'
  readonly zh: string
  readonly en: string
  readonly short: string
  /** The town it stands in, and how far from its centre. */
  readonly town: TownshipId
  readonly offset: Point
  /** The townships a station answers for. */
  readonly covers?: readonly TownshipId[]
}

/** The bureau and its units: eight stations, command centre, traffic police and three departments. */
export const unitPlans: readonly UnitPlan[] = [
  {
    id: 'bureau',
    kind: 'bureau',
    zh: '云岭县公安局',
    en: 'Yunling County Public Security Bureau',
    short: '县局',
    town: 'chenglan',
    offset: [-260, 210],
  },
  {
    id: 'command-centre',
    kind: 'command-centre',
    zh: '指挥中心',
    en: 'Command Centre',
    short: '指挥',
    town: 'chenglan',
    offset: [-230, 240],
  },
  {
    id: 'supervision',
    kind: 'department',
    zh: '警务督察大队',
    en: 'Internal Supervision Brigade',
    short: '督察',
    town: 'chenglan',
    offset: [-290, 180],
  },
  {
    id: 'support',
    kind: 'department',
    zh: '科技信息化大队',
    en: 'Technology and Equipment Brigade',
    short: '科信',
    town: 'chenglan',
    offset: [-320, 230],
  },
  {
    id: 'patrol-squad',
    kind: 'department',
    zh: '巡特警大队',
    en: 'Patrol Brigade',
    short: '巡特',
    town: 'chenglan',
    offset: [820, -520],
  },
  {
    id: 'traffic',
    kind: 'traffic',
    zh: '交通警察大队',
    en: 'Traffic Police Brigade',
    short: '交警',
    town: 'chenglan',
    offset: [1_180, 620],
  },
  {
    id: 'station-chengdong',
    kind: 'station',
    zh: '澄东派出所',
    en: 'Chengdong Station',
    short: '澄东',
    town: 'chenglan',
    offset: [620, 380],
    covers: ['chenglan'],
  },
  {
    id: 'station-chengxi',
    kind: 'station',
    zh: '澄西派出所',
    en: 'Chengxi Station',
    short: '澄西',
    town: 'chenglan',
    offset: [-1_020, -420],
    covers: ['chenglan', 'mailong'],
  },
  {
    id: 'station-weize',
    kind: 'station',
    zh: '苇泽派出所',
    en: 'Weize Station',
    short: '苇泽',
    town: 'weize',
    offset: [90, 60],
    covers: ['weize'],
  },
  {
    id: 'station-yuedu',
    kind: 'station',
    zh: '月渡派出所',
    en: 'Yuedu Station',
    short: '月渡',
    town: 'yuedu',
    offset: [-80, 70],
    covers: ['yuedu'],
  },
  {
    id: 'station-shuangqiao',
    kind: 'station',
    zh: '霜桥派出所',
    en: 'Shuangqiao Station',
    short: '霜桥',
    town: 'shuangqiao',
    offset: [100, -60],
    covers: ['shuangqiao'],
  },
  {
    id: 'station-yanpu',
    kind: 'station',
    zh: '雁浦派出所',
    en: 'Yanpu Station',
    short: '雁浦',
    town: 'yanpu',
    offset: [-90, -70],
    covers: ['yanpu', 'shuangqu'],
  },
  {
    id: 'station-shazao',
    kind: 'station',
    zh: '沙枣坪派出所',
    en: 'Shazaoping Station',
    short: '沙枣',
    town: 'shazaoping',
    offset: [80, 80],
    covers: ['shazaoping', 'tuolingtan'],
  },
  {
    id: 'station-luqing',
    kind: 'station',
    zh: '麓晴派出所',
    en: 'Luqing Station',
    short: '麓晴',
    town: 'luqing',
    offset: [-70, 90],
    covers: ['luqing'],
  },
]

export interface BeatPlan {
  readonly id: string
  readonly unit: string
  readonly zh: string
  readonly en: string
  /** A town's street corners, villages around a town by compass sector, or the road between towns. */
  readonly area:
    | { readonly is: 'town'; readonly town: TownshipId }
    | { readonly is: 'quarter'; readonly east: boolean; readonly north: boolean }
    | { readonly is: 'villages'; readonly town: TownshipId; readonly from: number; readonly to: number }
    | { readonly is: 'corridor'; readonly towns: readonly TownshipId[] }
}

const town = (id: string, unit: string, zh: string, en: string, at: TownshipId): BeatPlan => ({
  id,
  unit,
  zh: `${zh}镇区巡区`,
  en: `${en} town beat`,
  area: { is: 'town', town: at },
})
const villages = (
  id: string,
  unit: string,
  zh: string,
  en: string,
  at: TownshipId,
  from: number,
  to: number,
): BeatPlan => ({ id, unit, zh: `${zh}乡村巡区`, en: `${en} rural beat`, area: { is: 'villages', town: at, from, to } })
const quarter = (id: string, unit: string, zh: string, en: string, east: boolean, north: boolean): BeatPlan => ({
  id,
  unit,
  zh: `城区${zh}巡区`,
  en: `Seat ${en} beat`,
  area: { is: 'quarter', east, north },
})
const corridor = (id: string, zh: string, en: string, towns: readonly TownshipId[], unit = 'traffic'): BeatPlan => ({
  id,
  unit,
  zh: `${zh}公路巡区`,
  en: `${en} road beat`,
  area: { is: 'corridor', towns },
})

/** Twenty-four beats, one for each car, in the order of the cars. Sectors are degrees clockwise from north. */
export const beatPlans: readonly BeatPlan[] = [
  quarter('B01', 'station-chengdong', '东北', 'north-east', true, true),
  quarter('B02', 'station-chengdong', '东南', 'south-east', true, false),
  quarter('B03', 'station-chengxi', '西北', 'north-west', false, true),
  quarter('B04', 'station-chengxi', '西南', 'south-west', false, false),
  town('B05', 'station-weize', '苇泽', 'Weize', 'weize'),
  villages('B06', 'station-weize', '苇泽', 'Weize', 'weize', 60, 240),
  town('B07', 'station-yuedu', '月渡', 'Yuedu', 'yuedu'),
  villages('B08', 'station-yuedu', '月渡', 'Yuedu', 'yuedu', 200, 380),
  town('B09', 'station-shuangqiao', '霜桥', 'Shuangqiao', 'shuangqiao'),
  villages('B10', 'station-shuangqiao', '霜桥', 'Shuangqiao', 'shuangqiao', 160, 320),
  town('B11', 'station-yanpu', '雁浦', 'Yanpu', 'yanpu'),
  villages('B12', 'station-yanpu', '双渠', 'Shuangqu', 'shuangqu', 90, 270),
  town('B13', 'station-shazao', '沙枣坪', 'Shazaoping', 'shazaoping'),
  villages('B14', 'station-shazao', '驼铃滩', 'Tuolingtan', 'tuolingtan', 0, 180),
  town('B15', 'station-luqing', '麓晴', 'Luqing', 'luqing'),
  villages('B16', 'station-luqing', '麓晴', 'Luqing', 'luqing', 0, 200),
  corridor('B17', '岚津线北段', 'Lanjin north', ['chenglan', 'weize']),
  corridor('B18', '岚津线南段', 'Lanjin south', ['chenglan', 'shuangqiao']),
  corridor('B19', '朔云线', 'Shuoyun', ['chenglan', 'mailong', 'shuangqu']),
  corridor('B20', '云北线', 'Yunbei', ['chenglan', 'yanpu']),
  town('B21', 'patrol-squad', '麦陇', 'Mailong', 'mailong'),
  town('B22', 'patrol-squad', '双渠', 'Shuangqu', 'shuangqu'),
  villages('B23', 'patrol-squad', '麦陇', 'Mailong', 'mailong', 20, 200),
  corridor('B24', '月渡沿河', 'Yuedu riverside', ['chenglan', 'yuedu', 'weize'], 'patrol-squad'),
]
