import { u8, u16 } from '../bytes.ts'
import { layout, radioIp, utf16 } from './fields.ts'
import { type Kind, table } from './kind.ts'

const way = { destination: radioIp, source: radioIp }
const telemetry = { source: radioIp, target: radioIp, pcFlag: u8, callType: u8, vio: u8 }

/** Telemetry Protocol, 0x12. Results: 0 effective (or success) · 1 ineffective (or failure). */
export const tpKinds = {
  statusRequest: table('TP', 0xa001, 'StandardStatusRequest', layout(telemetry)),
  statusReport: table('TP', 0xa081, 'StandardStatusReport', layout({ ...telemetry, result: u8 })),
  extendedStatusReport: table('TP', 0xa082, 'ExtendedStatusReport', layout({ ...telemetry, result: u8 })),
  remoteControlRequest: table('TP', 0xb001, 'RemoteControlRequest', layout({ ...telemetry, operation: u8 })),
  remoteControlAnswer: table('TP', 0xb081, 'RemoteControlAnswer', layout({ ...telemetry, result: u8 })),
} as const

type Way = { readonly destination: { subnet: number; radioId: number }; readonly source: Way['destination'] }
type FileRequest = Way & { readonly type: 'DTPRequest'; readonly fileSize: number; readonly fileName: string }

const fileRequest: Kind<FileRequest> = {
  service: 'DTP',
  opcode: 0xa001,
  type: 'DTPRequest',
  read: (payload) => {
    if (payload.length < 10 || payload.length % 2 === 1)
      return { unreadable: `${payload.length} bytes of payload, should be 10 and an even number for the file name` }
    return {
      type: 'DTPRequest',
      destination: radioIp.read(payload, 0),
      source: radioIp.read(payload, 4),
      fileSize: u16.read(payload, 8),
      fileName: utf16.read(payload.subarray(10)).replace(/\0+$/, ''),
    }
  },
  write: (body) => {
    const head = Buffer.alloc(10)
    radioIp.write(head, 0, body.destination)
    radioIp.write(head, 4, body.source)
    u16.write(head, 8, body.fileSize)
    return Buffer.concat([head, utf16.write(body.fileName)])
  },
}

/** Data Transmit Protocol, 0x13: files in slices of 448 bytes. A slice's data stand in `extra`. */
export const dtpKinds = {
  request: fileRequest,
  answer: table('DTP', 0xa011, 'DTPAnswer', layout({ ...way, result: u8 })),
  slice: table('DTP', 0xa002, 'DataSliceTransmit', layout({ ...way, block: u16 })),
  sliceAnswer: table('DTP', 0xa012, 'DataSliceAnswer', layout({ ...way, block: u16, result: u8 })),
  lastSlice: table('DTP', 0xa003, 'LastDataSlice', layout(way)),
  lastSliceAnswer: table('DTP', 0xa013, 'LastDataSliceAnswer', layout({ ...way, result: u8 })),
} as const

const delivery = layout({ radio: radioIp, concerns: u16, result: u8 })

/**
 * Data Delivery States, 0x14: whether what we sent reached the radio. The opcode is the service it concerns, `concerns` that
 * service's opcode. Results: 0 ok · 1 failed · 4 time out · 5 no acknowledgement · 6 wrong acknowledgement · 7 wake-up failed
 * · 8 interrupted · 9 denied · 10 invalid.
 */
export const ddsKinds = {
  location: table('DDS', 0x0008, 'LocationDeliveryState', delivery),
  registration: table('DDS', 0x0011, 'RegistrationDeliveryState', delivery),
  telemetry: table('DDS', 0x0012, 'TelemetryDeliveryState', delivery),
  data: table('DDS', 0x0013, 'DataDeliveryState', delivery),
} as const
