import { type Family, readAs } from './duty.ts'

const verified = readAs('verified')

/** 道路交通违法记录、改单: Traffic records and their alteration. */
export const tickets: Family = {
  title: { zh: '道路交通违法记录、改单', en: 'Traffic records and their alteration' },
  duties: [
    verified(
      '消除违法信息的法定事由、权限',
      'Grounds and power to cancel',
      '道路交通违法处理程序规定 22',
      'ticket.cancelled-without-ground ticket.cancelled-without-proof ticket.cancelled-without-power ticket.cancelled-by-leader ticket.altered ticket.deleted ticket.table-emptied ticket.before-image-missing ticket.stream-gap ticket.borrowed-login ticket.unusual-terminal ticket.acted-off-duty',
    ),
    verified(
      '核实后三个工作日消除',
      'Cancelled in three working days',
      '道路交通违法处理程序规定 22、81',
      'ticket.cancelled-late',
    ),
    verified(
      '异议当日转递、五个工作日审查',
      'Objections forwarded the same day, examined in five working days',
      '道路交通违法处理程序规定 5、81',
      'ticket.objection-forwarded-late ticket.objection-examined ticket.upheld-not-cancelled',
    ),
    verified(
      '审核录入五个工作日',
      'Reviewed and entered in five working days',
      '道路交通违法处理程序规定 19、81；行政处罚法 41',
      'ticket.entered-late ticket.captured-and-reviewed-by-one',
    ),
    verified(
      '录入后告知',
      'Told after entry',
      '道路交通违法处理程序规定 20、53',
      'ticket.notified-late',
      'that it can be looked up the same day: no event tells',
    ),
    verified(
      '实际驾驶人、代为记分',
      'The driver, and points taken for others',
      '道路交通违法处理程序规定 21；记分管理办法 8、14',
      'ticket.driver-swapped ticket.points-for-others',
    ),
    verified(
      '改变处罚决定须有文书',
      'A decision is changed by a document only',
      '记分管理办法 16；行政处罚法 75、76；人民警察法 43',
      'ticket.decision-changed',
    ),
    verified(
      '现场降格为口头警告',
      'A warning instead of a ticket',
      '道路交通违法处理程序规定 42；道路执勤执法工作规范 43、44、47',
      'ticket.downgraded-at-roadside',
    ),
    verified(
      '文书编号连续',
      'Numbers without gaps',
      '道路交通违法处理程序规定 44、46',
      'ticket.serial-gap ticket.notice-filed',
    ),
    verified(
      '简易程序二个工作日备案',
      'Simple decisions filed in two working days',
      '道路交通违法处理程序规定 43、44；行政案件程序规定 39',
      'ticket.simple-decision-filed ticket.simple-procedure-exceeded',
    ),
    verified(
      '一般程序二人',
      'General procedure: two officers',
      '道路交通违法处理程序规定 48；行政处罚法 42',
      'ticket.general-procedure-two-officers',
    ),
    verified(
      '作出决定的时限、权限',
      'Time and power to decide',
      '道路交通违法处理程序规定 6、51',
      'ticket.decided-late ticket.decided-without-power',
    ),
    verified(
      '强制措施二十四小时补批、车辆核实',
      'Measures approved in 24 hours; vehicles checked',
      '道路交通违法处理程序规定 25、28、30、32、37',
      'ticket.coercion-reported ticket.coercion-handed-in ticket.coercion-not-lifted ticket.vehicle-check-late',
    ),
    verified(
      '提取血样、送检、告知，酒精检测',
      'Blood and breath: drawn, sent, told, entered',
      '道路交通违法处理程序规定 35、36；道路执勤执法工作规范 附件1',
      'ticket.blood-taken-alone ticket.blood-samples-few ticket.blood-sent ticket.blood-result-told ticket.alcohol-entered-late ticket.alcohol-altered',
      'a second test asked for within three days: nobody sends the request',
    ),
    verified(
      '不得下达罚款指标',
      'No quotas of fines',
      '道路交通安全法 86；道路交通违法处理程序规定 66；道路执勤执法工作规范 77；执法质量考核评议规定 14',
      'ticket.quota',
    ),
    verified(
      '机动车驾驶人不得当场收缴',
      'No cash from drivers of motor vehicles',
      '道路交通安全法 108、115(9)；道路交通违法处理程序规定 59',
      'ticket.cash-taken',
    ),
  ],
}
