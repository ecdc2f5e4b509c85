import { type Family, readAs } from './duty.ts'

const verified = readAs('verified')
const numberLocal = readAs('verified; number local')
const partSecondary = readAs('verified; part secondary')

/** 值班、呼点、会议、警容、窗口: Duty, roll call, meetings, dress, windows. */
export const posts: Family = {
  title: { zh: '值班、呼点、会议、警容、窗口', en: 'Duty, roll call, meetings, dress, windows' },
  duties: [
    verified(
      '二十四小时值班、领导带班',
      'Staffed round the clock, a leader in charge',
      '内务条令 135、136',
      'duty.room-empty duty.no-leader-assigned duty.leader-absent duty.not-signed-in',
      'weapons, protection, car and radio at hand: no event tells of all four',
    ),
    numberLocal(
      '电台呼点',
      'Roll call by radio',
      '内务条令 139、147',
      'roll-call.missed roll-call.repeated-misses roll-call.wrong-place roll-call.wrong-radio roll-call.moving-as-one roll-call.unreachable roll-call.excuse-without-leave roll-call.cycle-not-held radio.emergency radio.gateway-lost radio.never-answers',
    ),
    numberLocal(
      '不脱岗',
      'Not off post',
      '内务条令 139；纪律条令 12(5)',
      'duty.off-post duty.seen-absent duty.conduct',
    ),
    partSecondary(
      '值班备勤不饮酒',
      'No alcohol on duty',
      '内务条令 141、53；五条禁令',
      'duty.alcohol',
      'guns carried after drinking: no event ties the two',
    ),
    verified(
      '交接班',
      'Handover',
      '内务条令 140；拘留所条例实施办法 28；继续盘问规定 29',
      'duty.handover duty.handover-count duty.handover-held',
    ),
    verified(
      '值班记录、影像九十日',
      'Log, and video for ninety days',
      '内务条令 138',
      'duty.log-not-written recording.duty-room-retention',
    ),
    verified('旷工、擅离职守', 'Absence', '内务条令 83–87；组织管理条例 30(5)', 'duty.absent-days duty.not-signed-in'),
    verified(
      '主要领导不同时外出',
      'Leaders not away together',
      '内务条令 82',
      'duty.leaders-away',
      'that the chief asked the chief above first: the leave system does not say',
    ),
    numberLocal(
      '视频会议到会',
      'Conferences attended',
      '内务条令 50、36',
      'duty.conference-late duty.conference-absent duty.conference-left-early',
    ),
    verified(
      '着装',
      'Uniform',
      '内务条令 33、34、37；人民警察法 23',
      'duty.not-in-uniform',
      'the suspended must not wear it: nobody looks for that by name',
    ),
    numberLocal(
      '窗口服务',
      'Windows',
      '内务条令 130、132；执法质量考核评议规定 7',
      'window.unstaffed window.turned-away window.waits-too-long duty.conduct',
    ),
    numberLocal(
      '重大事项报告',
      'Major events reported',
      '内务条令 81、29',
      'duty.major-event-unreported',
      'an order made up for in 24 hours after an interruption: no event tells',
    ),
  ],
}
