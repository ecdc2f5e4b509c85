import { offset, townOf, type Unit } from './places.ts'
import type { Point } from './plane.ts'

/** A thing on the map that is not an area: a camera, a radio site, a hall, a room. */
export interface Installation {
  readonly id: string
  readonly kind: 'camera' | 'radio-site' | 'service-hall' | 'room'
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly use: string
  readonly at: Point
}

const roomPlan = [
  ['讯问室1', 'Interrogation room 1', 'interrogation'],
  ['讯问室2', 'Interrogation room 2', 'interrogation'],
  ['询问室', 'Questioning room', 'questioning'],
  ['候问室(男)', 'Waiting room, men', 'waiting'],
  ['候问室(女)', 'Waiting room, women', 'waiting'],
  ['信息采集室', 'Data collection room', 'collection'],
] as const

/** 45 fixed cameras and the rooms they watch, service halls with their counters, and the radio sites. */
export const makeInstallations = (units: readonly Unit[]): Installation[] => {
  const handling = units.filter((u) => u.kind === 'station' || u.id === 'bureau')
  const rooms = handling.flatMap((u) =>
    roomPlan.map(
      ([zh, en, use], i): Installation => ({
        id: `room-${u.id}-${i + 1}`,
        kind: 'room',
        zh: `${u.zh}${zh}`,
        en: `${u.en}: ${en}`,
        unit: u.id,
        use,
        at: offset(u.at, 20 + 6 * (i % 3), -34 + 8 * Math.floor(i / 3)),
      }),
    ),
  )
  const halls = units
    .filter((u) => u.kind === 'station' || u.id === 'traffic')
    .map(
      (u): Installation => ({
        id: `service-hall-${u.id}`,
        kind: 'service-hall',
        zh: `${u.zh}服务大厅`,
        en: `${u.en} service hall`,
        unit: u.id,
        use: u.kind === 'traffic' ? '车驾管业务' : '户籍业务',
        at: offset(u.at, -30, 28),
      }),
    )
  const cameras = handling.flatMap((u) => [
    ...[0, 1, 2, 3].map(
      (i): Installation => ({
        id: `cam-${u.id}-${i + 1}`,
        kind: 'camera',
        zh: `${u.zh}${['讯问室1', '讯问室2', '候问区', '服务大厅'][i]!}摄像机`,
        en: `${u.en} camera ${i + 1}`,
        unit: u.id,
        use: ['interrogation', 'interrogation', 'waiting', 'hall'][i]!,
        at: offset(u.at, 22 + 5 * i, -30),
      }),
    ),
    {
      id: `cam-${u.id}-5`,
      kind: 'camera',
      zh: `${u.zh}大门摄像机`,
      en: `${u.en} gate camera`,
      unit: u.id,
      use: 'gate',
      at: offset(u.at, -50, -40),
    } as const,
  ])
  const sites = (
    [
      ['chenglan', '澄岚中心站', 'Chenglan main site', 300, 900],
      ['weize', '苇泽基站', 'Weize site', 400, -700],
      ['shuangqu', '双渠基站', 'Shuangqu site', -600, 300],
      ['luqing', '麓晴山顶站', 'Luqing summit site', -3_100, 1_900],
      ['shazaoping', '沙枣坪基站', 'Shazaoping site', 500, 800],
    ] as const
  ).map(
    ([town, zh, en, dx, dy]): Installation => ({
      id: `site-${town}`,
      kind: 'radio-site',
      zh,
      en,
      unit: 'support',
      use: '350 MHz',
      at: offset(townOf(town), dx, dy),
    }),
  )
  return [...rooms, ...halls, ...cameras, ...sites]
}
