/** What can be wrong with bytes that claim to be Hytera's. */
export const faultKinds = {
  truncated: 'fewer bytes than the length says',
  'not-hdap': 'neither HSTRP nor HRNP nor a service of HDAP',
  'bad-end': 'the frame does not end with 03',
  'bad-checksum': 'the checksum does not agree',
  'unknown-opcode': 'an opcode that is in no table; the frame is kept raw',
  'bad-body': 'the payload does not hold what its opcode must',
  'bad-gps': 'a field of the GPS text is no number, time or place; the rest was read, the field is null',
  'bad-option': 'an HSTRP option runs over the end',
  'bad-length': 'an HRNP length that is shorter than its own header',
  trailing: 'bytes behind the end of the packet',
} as const
export type FaultKind = keyof typeof faultKinds

/** Something wrong, named. Most accompany a message that was read all the same. */
export interface Fault {
  readonly fault: FaultKind
  /** What was found and what would be right. */
  readonly detail: string
  /** The bytes concerned, as they came. */
  readonly frame: Buffer
}
/** Notes a fault of the frame that is being read. */
export type Remark = (fault: FaultKind, detail: string) => void
