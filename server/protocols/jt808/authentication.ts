import { gbk, gbkBytes, gbkText } from '../bytes.ts'
import { type Kind, unreadable } from './kind.ts'

export interface Authentication {
  readonly type: 'authentication'
  readonly authCode: string
  /** 2019 only; null when the device left it out. */
  readonly imei: string | null
  readonly softwareVersion: string | null
}

const imei = gbk(15)
const version = gbk(20)

/**
 * 0x0102 终端鉴权. 2011/13: the whole body is the code. 2019: length u8, code, IMEI[15], software version[20]
 * (the offsets n+1 and n+9 in its table are misprints for n+1 and n+16).
 */
export const authentication: Kind<Authentication> = {
  id: 0x0102,
  type: 'authentication',
  read: (body, { edition }) => {
    if (edition === '2013')
      return { type: 'authentication', authCode: gbkText(body), imei: null, softwareVersion: null }
    const length = body[0] ?? 0
    const end = 1 + length
    if (body.length < 1 || end > body.length)
      return unreadable(`the code should have ${length} bytes, the body has ${Math.max(0, body.length - 1)} behind it`)
    return {
      type: 'authentication',
      authCode: gbkText(body.subarray(1, end)),
      imei: body.length >= end + imei.size ? imei.read(body, end) : null,
      softwareVersion:
        body.length > end + imei.size ? gbkText(body.subarray(end + imei.size, end + imei.size + version.size)) : null,
    }
  },
  write: (body, edition) => {
    const code = gbkBytes(body.authCode)
    if (edition === '2013') return code
    const bytes = Buffer.alloc(1 + code.length + imei.size + version.size)
    bytes[0] = code.length
    code.copy(bytes, 1)
    imei.write(bytes, 1 + code.length, body.imei ?? '')
    version.write(bytes, 1 + code.length + imei.size, body.softwareVersion ?? '')
    return bytes
  },
}
