import type { MapName } from './maps.ts'
import type { TableName } from './tables.ts'

/**
 * One line of each table, in the order of its columns: together a bureau that can be imported (a test does it).
 * What is empty here may be empty in a file.
 */
export const tableSamples: { readonly [N in TableName]: readonly (readonly string[])[] } = {
  units: [
    ['ju', '某县公安局', 'County bureau', '公安局', '', '106.2000', '38.3000', 'wgs84'],
    ['suo', '某派出所', 'Some station', '派出所', 'ju', '106.2100', '38.3100', 'wgs84'],
  ],
  vehicles: [['C01', '云Y0001警', 'suo', '一号巡逻车', 'Patrol car 1']],
  officers: [
    ['P01', '张三', 'suo', '民警', '男', '一级警司'],
    ['P02', '李四', 'suo', '辅警', '女', ''],
  ],
  devices: [['jt808:13995480001', 'vehicle/C01', 'suo', '是']],
  'route-points': [['B01', 'B01-1', '东门', '106.2050', '38.3050', 'wgs84']],
  roster: [['C01-night', 'vehicle/C01', 'suo', 'B01', '每周', '20:00', '08:00', 'P01 P02']],
  shifts: [['C01-extra', 'vehicle/C01', 'suo', 'B01', '2026-12-01 08:00', '2026-12-01 20:00', 'P01']],
  tasks: [['T01', 'vehicle/C01', '护送', '2026-12-01 09:00', '2026-12-01 11:00', 'P01']],
  orders: [['D01', 'J01', 'vehicle/C01', '106.2050', '38.3050', 'wgs84', '是', '2026-12-01 09:00', '', '']],
  installations: [['hall', '服务大厅', '某所大厅', 'Hall', 'suo', '办证', '106.2100', '38.3100', 'wgs84']],
  rooms: [
    ...[
      ['suo-xunwen-1', '询问室一', 'Questioning room 1', 'suo', '0101', '询问室', '派出所', 'suo-banan', '是'],
      ['suo-zhiban', '值班室', 'Duty room', 'suo', '', '值班室', '派出所', '', ''],
    ].map((row) => [...row, '', '', '', '', '']),
  ],
  sensors: [['casearea/suo/door-1', 'entry badges', 'suo-xunwen-1', 'suo']],
  readers: [['casearea/suo/reader-1', 'suo-xunwen-1', '进']],
  cards: [['0004A1B2', 'P01', '民警']],
  holidays: [
    ['2027-01-01', '否', '放假通知文号'],
    ['2027-01-02', '是', '放假通知文号'],
  ],
  'radio-sites': [['site-1', 'trunk-1', '某山基站', 'Hill site', '106.2200', '38.3200', 'wgs84', '15000']],
  talkgroups: [['hytera:10-g10000', 'trunk-1', '指挥组', 'Command', '']],
  radios: [['hytera:10-2308195', 'trunk-1', 'vehicle/C01', '', 'suo', 'hytera:10-g10000']],
  duties: [['Z01', 'suo', '带班领导', 'P01', 'suo-zhiban', '2026-12-01 08:00', '2026-12-02 08:00', '']],
  leave: [['X01', 'P02', '年休假', '2026-12-03 00:00', '2026-12-06 00:00', 'P01', '是']],
  leaders: [['R01', 'P01', 'suo', '主要领导', '2026-01-01 00:00', '']],
  windows: [
    ['W01', 'suo', '户籍窗口', 'Household window', '1-5 08:30-12:00 14:30-18:00', '否', '2026-12-30 09:00-12:00'],
  ],
  bands: [
    ...[['L01', '某市公安局', '治安管理处罚法', '2025', '示例条文', 'demo-pattern', '示例情形', '否', '0', '500']].map(
      (row) => [...row, '', '', '否', '2026-12-01 00:00', ''],
    ),
  ],
}

const square = (west: number, south: number, size: number): number[][][] => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
]
const polygon = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: square(west, south, size),
})
const line = {
  type: 'LineString',
  coordinates: [
    [106.2, 38.3],
    [106.25, 38.35],
  ],
}
const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry })

/** One feature of each drawing. */
export const drawingSamples: { readonly [N in MapName]: object } = {
  boundary: feature({ id: 'county', name: '某县', nameEn: 'Some County' }, polygon(106, 38, 0.5)),
  townships: feature({ id: 'zhen', name: '某镇', nameEn: 'Some Town' }, polygon(106.1, 38.2, 0.2)),
  beats: feature({ id: 'B01', name: '一号巡区', nameEn: 'Beat 1', unit: 'suo' }, polygon(106.2, 38.3, 0.05)),
  areas: feature(
    { id: 'S01', name: '学校路段', nameEn: 'School', kind: 'speed-limit', limitKmh: 30 },
    polygon(106.21, 38.31, 0.01),
  ),
  roads: feature({ id: 'r1', class: 'primary', name: '某路' }, line),
  landscape: feature({ id: 'he', name: '某河', nameEn: 'River', class: 'river' }, line),
}
