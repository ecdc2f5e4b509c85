import { struct, u8, u16 } from '../bytes.ts'
import { table } from './kind.ts'

/** 通用应答: `replySerial` and `replyId` name the message that is answered. */
const answer = struct({ replySerial: u16, replyId: u16, result: u8 })

/** 0x0001 终端通用应答. `result` 0 done · 1 failed · 2 bad message · 3 unsupported. */
export const terminalAnswer = table(0x0001, 'terminal-answer', answer)

/** 0x8001 平台通用应答. `result` as above, and 4 alarm handled. */
export const platformAnswer = table(0x8001, 'platform-answer', answer)

export const results = { done: 0, failed: 1, badMessage: 2, unsupported: 3, alarmHandled: 4 } as const
export type Result = (typeof results)[keyof typeof results]
