import { type CustodyScenario, pair, type Step } from './scenario.ts'
import { first, rooms, second, tell, unit } from './scene.ts'
import { stop } from './stop.ts'
import { summons } from './summons.ts'

const day = '2026-02-03'
const until = '2026-02-04 06:00'
const room = rooms.questioning
const woman = (waits: string): Step[] =>
  stop({
    day,
    who: { ...second, case: null },
    sex: 'female',
    person: { birthDate: '1988-08-08' },
    room: rooms.otherInterrogation,
    officers: ['P05', 'P02'],
    waits,
  })
const paper = (arrivedAt: string, departedAt: string): Step =>
  tell(`${day} 15:05`, 'stay.written', {
    stay: first.stay,
    person: first.person,
    unit,
    how: 'summoned',
    arrivedAt: `${day} ${arrivedAt}`,
    departedAt: `${day} ${departedAt}`,
  })
const deleted = (reason?: string): Step => ({
  at: `${day} 16:00`,
  do: 'delete-footage',
  room,
  from: `${day} 09:20`,
  to: `${day} 10:40`,
  ...(reason === undefined ? {} : { reason }),
})
const verified = (result: string): Step =>
  tell(`${day} 20:00`, 'recording.verified', { recording: 'seal-1', room, act: null, result })
const outage = (from: string, to: string): Step[] => [
  { at: `${day} ${from}`, do: 'fail-recorder', room },
  { at: `${day} ${to}`, do: 'record', room },
]
const unplugged = (from: string, to: string): Step[] => [
  { at: `${day} ${from}`, do: 'unplug' },
  { at: `${day} ${to}`, do: 'plug' },
]
const cuffs = (person: string, stay: string, more: object): Step =>
  tell(`${day} 10:30`, 'restraint.applied', {
    use: 'u1',
    person,
    stay,
    unit,
    kind: 'handcuffs',
    officers: ['P25'],
    ...more,
  })
const off = tell(`${day} 11:00`, 'restraint.removed', { use: 'u1', person: 'p1', stay: 's1', unit })

/** 办案区 rooms, equipment, recordings and restraints. */
export const areaScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'men-and-women-in-one-waiting-room',
    zh: '不同性别的被盘问人送入同一个候问室',
    en: 'A man and a woman in one waiting room',
    wrong: [...stop({ day }), ...woman(rooms.waitingMen)],
    right: [...stop({ day }), ...woman(rooms.waitingWomen)],
    until,
    expects: [['case-area.mixed-sexes', '2026-02-03 11:40']],
  }),
  ...pair({
    id: 'no-safety-check',
    zh: '未作安全检查即进入房间',
    en: 'Taken into a room without a safety check',
    wrong: stop({ day, checked: false }),
    right: stop({ day }),
    until,
    expects: [['case-area.safety-check', '2026-02-03 10:16']],
  }),
  ...pair({
    id: 'gate-against-paper',
    zh: '传唤证所写到案时间比门禁晚半小时',
    en: 'The certificate says half an hour later than the gate',
    wrong: summons({ day, plus: [paper('09:30', '15:00')] }),
    right: summons({ day, plus: [paper('09:05', '15:00')] }),
    until,
    expects: [['case-area.arrival-times-disagree', '2026-02-03 09:00']],
  }),
  ...pair({
    id: 'recorder-fails-beside-a-person',
    zh: '询问室有人时录制设备故障：不归咎于民警，归设备责任单位',
    en: 'The recorder fails while somebody is in the room: its owner answers, not the officers',
    wrong: summons({ day, plus: outage('09:50', '10:05') }),
    right: summons({ day, plus: outage('15:10', '15:25') }),
    until,
    expects: [['case-area.equipment-down-occupied', '2026-02-03 09:50']],
  }),
  ...pair({
    id: 'area-unplugged',
    zh: '办案区断网：看不见不等于没有问题',
    en: 'The case area is cut off: not seen is not clear',
    wrong: summons({ day, officers: ['P01'], plus: unplugged('09:50', '10:00') }),
    right: summons({ day, officers: ['P01'], plus: unplugged('15:10', '15:20') }),
    until,
    expects: [['case-area.equipment-down-occupied', '2026-02-03 09:50']],
  }),
  ...pair({
    id: 'recorder-dead-all-morning',
    zh: '录制设备失效整个上午，其间照常询问',
    en: 'The recorder is dead all morning, and questioning goes on',
    wrong: summons({ day, recorded: null, plus: outage('08:30', '11:30') }),
    right: summons({ day }),
    until,
    expects: [
      ['case-area.act-unobserved', '2026-02-03 09:20'],
      ['case-area.equipment-down', '2026-02-03 09:30'],
      ['case-area.equipment-down-occupied', '2026-02-03 09:15'],
    ],
  }),
  ...pair({
    id: 'footage-deleted',
    zh: '询问录像被人为删除',
    en: 'Footage of the questioning is deleted by a person',
    wrong: summons({ day, plus: [deleted()] }),
    right: summons({ day, plus: [deleted('Retention')] }),
    until,
    expects: [['recording.footage-deleted', '2026-02-03 16:00']],
  }),
  ...pair({
    id: 'recording-altered',
    zh: '录像文件与封存时不一致',
    en: 'A recording differs from what was sealed',
    wrong: summons({ day, plus: [verified('changed')] }),
    right: summons({ day, plus: [verified('intact')] }),
    until,
    expects: [['recording.altered', '2026-02-03 20:00']],
  }),
  ...pair({
    id: 'clocks-wrong',
    zh: '办案区设备时钟快四十五秒',
    en: 'The clocks of the case area are 45 seconds fast',
    wrong: [
      { at: `${day} 07:00`, do: 'set-clock', aheadSeconds: 45 },
      ...summons({ day, act: ['09:25', '10:40', '10:50'] }),
    ],
    right: [
      { at: `${day} 07:00`, do: 'set-clock', aheadSeconds: 10 },
      ...summons({ day, act: ['09:25', '10:40', '10:50'] }),
    ],
    until,
    expects: [['recording.clock-drift', '2026-02-03 09:00']],
  }),
  ...pair({
    id: 'cuffs-without-danger',
    zh: '对被盘问人无危险情形使用手铐',
    en: 'Handcuffs in continued questioning without any danger',
    wrong: stop({ day, plus: [cuffs('p1', 's1', {}), off] }),
    right: stop({ day, plus: [cuffs('p1', 's1', { dangers: ['escape'] }), off] }),
    until,
    expects: [['restraint.status-matrix', '2026-02-03 10:30']],
  }),
  ...pair({
    id: 'cuffs-after-the-danger',
    zh: '危险情形消除后未及时解除械具',
    en: 'Restraints kept on after the danger was over',
    wrong: stop({
      day,
      plus: [
        cuffs('p1', 's1', { dangers: ['violence'] }),
        tell(`${day} 10:40`, 'restraint.danger-passed', { use: 'u1', person: 'p1', stay: 's1', unit }),
        tell(`${day} 12:00`, 'restraint.removed', { use: 'u1', person: 'p1', stay: 's1', unit }),
      ],
    }),
    right: stop({
      day,
      plus: [
        cuffs('p1', 's1', { dangers: ['violence'] }),
        tell(`${day} 10:40`, 'restraint.danger-passed', { use: 'u1', person: 'p1', stay: 's1', unit }),
        off,
      ],
    }),
    until,
    expects: [['restraint.danger-passed', '2026-02-03 11:10']],
  }),
]
