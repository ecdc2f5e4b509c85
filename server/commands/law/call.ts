import { type Family, readAs } from './duty.ts'

const secondary = readAs('secondary')
const secondaryLocal = readAs('secondary; number local')
const numberLocal = readAs('verified; number local')
const partSecondary = readAs('verified; part secondary')
const fromMemory = readAs('memory; secondary')
const partMemory = readAs('verified; part memory')
const verified = readAs('verified')

/** 110接处警、执法记录仪: Calls and body cameras. */
export const calls: Family = {
  title: { zh: '110接处警、执法记录仪', en: 'Calls and body cameras' },
  duties: [
    secondary(
      '二十四小时受理',
      'Calls taken round the clock',
      '110接处警工作规则（2003） 2',
      'dispatch.call-unanswered',
    ),
    secondaryLocal('及时派警', 'Ordered in time', '110接处警工作规则（2003）', 'dispatch.order-late'),
    secondaryLocal(
      '紧急警情到场',
      'Arrival where it is urgent',
      '110接处警工作规则（2003）',
      'dispatch.arrival-late dispatch.arrival-contradicted',
    ),
    secondaryLocal(
      '非紧急警情到场',
      'Arrival where it is not',
      '110接处警工作规则（2003）',
      'dispatch.arrival-late dispatch.arrival-contradicted',
    ),
    numberLocal(
      '不及时出警',
      'Not setting out in time',
      '治安管理处罚法 139(9)（旧 116(9)）；人民警察法 21',
      'dispatch.not-acknowledged dispatch.not-moving',
    ),
    partSecondary(
      '不得推诿、拒绝出警',
      'An order is not refused',
      '110接处警工作规则（2003）；内务条令 137(4)',
      'dispatch.refused',
    ),
    numberLocal(
      '处警反馈',
      'Report of what was done',
      '行政案件程序规定 61；执法质量考核评议规定 5',
      'dispatch.feedback-late case.no-receipt',
    ),
    secondary(
      '应当记录的执法活动',
      'When the camera must run',
      '现场执法视音频规定 4',
      'body-camera.not-recording',
      'of its six kinds only answering an order: the text of the other four could not be read',
    ),
    secondary('全程不间断', 'Recorded without a break', '现场执法视音频规定 2', 'body-camera.interrupted'),
    fromMemory(
      '视音频资料移交',
      'Handed in after duty',
      '现场执法视音频规定；辽宁试行规定',
      'body-camera.not-uploaded',
    ),
    secondary(
      '视音频资料保存',
      'Kept six months, or for good',
      '现场执法视音频规定 13',
      'body-camera.deleted-early recording.body-camera-retention',
    ),
    partMemory(
      '不得私自删改、复制',
      'Not deleted, changed or copied privately',
      '治安管理处罚法 139(13)；现场执法视音频规定',
      'body-camera.altered body-camera.copied',
    ),
    verified('执勤携带装备', 'Carried on duty', '内务条令 172', 'body-camera.not-carried'),
  ],
}
