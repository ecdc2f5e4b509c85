import { u8, u32 } from '../bytes.ts'
import { layout, radioIp } from './fields.ts'
import { table } from './kind.ts'

/** Radio Registration Service, 0x11. Results: 0 ok · 1 failed · 2 wrong password. States: 0 online · 1 offline. */
export const rrsKinds = {
  goingOffline: table('RRS', 0x0001, 'GoingOffline', layout({ radio: radioIp })),
  /** The roll-call: asks a radio whether it is there. */
  statusCheckRequest: table('RRS', 0x0002, 'StatusCheckRequest', layout({ radio: radioIp })),
  registrationRequest: table('RRS', 0x0003, 'RegistrationRequest', layout({ radio: radioIp })),
  registrationAnswer: table(
    'RRS',
    0x0080,
    'RegistrationAnswer',
    layout({ radio: radioIp, result: u8, renewSeconds: u32 }),
  ),
  /** The radio's own answer; the repeater's acknowledgement is HSTRP's. */
  statusCheckAnswer: table('RRS', 0x0082, 'StatusCheckAnswer', layout({ radio: radioIp, state: u8 })),
} as const
