import { i16, u8, u16, u32 } from '../bytes.ts'
import { ascii, layout, radioIp } from './fields.ts'
import { gps } from './gps.ts'
import { table } from './kind.ts'

const asked = { requestId: u32, radio: radioIp }
const result = u16
/** `YYYYMMDDhhmmss`, and `ddhhmmss`. */
const moment = ascii(14)
const interval = ascii(8)

/**
 * Location Protocol, 0x08. Results: 0 ok · 6 no fix · 105 format error. Triggers: 0 none · 1 distance · 2 time · 3 both
 * · 4 either. Commands: 0 cancel · 1 start.
 */
export const lpKinds = {
  standardRequest: table('LP', 0xa001, 'StandardRequest', layout(asked)),
  standardReport: table('LP', 0xa002, 'StandardReport', layout({ ...asked, result, gps })),
  standardReportWithRssi: table('LP', 0xa003, 'StandardReportWithRSSI', layout({ ...asked, result, gps, rssi: i16 })),
  emergencyReportStopRequest: table('LP', 0xb001, 'EmergencyReportStopRequest', layout(asked)),
  emergencyReportStopAnswer: table('LP', 0xb002, 'EmergencyReportStopAnswer', layout({ ...asked, result })),
  /** Somebody pressed the emergency button. */
  emergencyReport: table('LP', 0xb003, 'EmergencyReport', layout({ radio: radioIp, emergencyType: u8, gps })),
  triggeredReportRequest: table(
    'LP',
    0xc001,
    'TriggeredReportRequest',
    layout({ ...asked, startTime: moment, stopTime: moment, interval }),
  ),
  triggeredReportAnswer: table('LP', 0xc002, 'TriggeredReportAnswer', layout({ ...asked, result })),
  triggeredReport: table('LP', 0xc003, 'TriggeredReport', layout({ ...asked, timeRemaining: interval, gps })),
  triggeredReportStopRequest: table('LP', 0xc004, 'TriggeredReportStopRequest', layout(asked)),
  triggeredReportStopAnswer: table('LP', 0xc005, 'TriggeredReportStopAnswer', layout({ ...asked, result })),
  conditionReportRequest: table(
    'LP',
    0xd001,
    'ConditionReportRequest',
    layout({
      ...asked,
      trigger: u8,
      distanceM: u32,
      startTime: moment,
      stopTime: moment,
      interval,
      maxInterval: interval,
    }),
  ),
  conditionReportAnswer: table('LP', 0xd002, 'ConditionReportAnswer', layout({ ...asked, trigger: u8, result })),
  conditionReport: table('LP', 0xd003, 'ConditionReport', layout({ ...asked, gps })),
  conditionReportWithRssi: table('LP', 0xd004, 'ConditionReportWithRSSI', layout({ ...asked, result, gps, rssi: i16 })),
  conditionQuickGpsRequest: table('LP', 0xd011, 'ConditionQuickGPSRequest', layout({ ...asked, command: u8 })),
  conditionQuickGpsAnswer: table('LP', 0xd012, 'ConditionQuickGPSAnswer', layout({ ...asked, command: u8, result })),
} as const

/** Named by the sources, their payload by nobody. */
export const lpNames: Readonly<Record<number, string>> = {
  40964: 'StandardReportGpsBt',
  45060: 'EmergencyReportVariableData',
  53253: 'ConditionReportVariableData',
  57345: 'RSSIReportConfigRequest',
  57346: 'RSSIReportConfigAnswer',
}
