import { bytesOf, EMPTY, gbk, gbkBytes, gbkText, struct, u8, u16 } from '../bytes.ts'
import { type Kind, shorterThan } from './kind.ts'

export interface Registration {
  readonly type: 'registration'
  /** Layout of the body: 2011 and 2013 are told apart by its length, as their headers are alike. */
  readonly layout: '2011' | '2013' | '2019'
  /** GB/T 2260 digits: 永宁县 640121 is 64 and 121. */
  readonly provinceId: number
  readonly cityId: number
  readonly manufacturerId: string
  readonly terminalModel: string
  readonly terminalId: string
  /** JT/T 415: 1 blue, 2 yellow, 3 black, 4 white, 9 other; 0 when not yet licensed, then `plate` is the VIN. */
  readonly plateColor: number
  readonly plate: string
}

const fixed = (maker: number, model: number, terminal: number) =>
  struct({
    provinceId: u16,
    cityId: u16,
    manufacturerId: gbk(maker),
    terminalModel: gbk(model),
    terminalId: gbk(terminal),
    plateColor: u8,
  })
/** The plate takes the rest of the body. The offsets 21 and 25 printed in the 2011 table are misprints. */
const layouts = { '2011': fixed(5, 8, 7), '2013': fixed(5, 20, 7), '2019': fixed(11, 30, 30) } as const

/** 0x0100 终端注册. */
export const registration: Kind<Registration> = {
  id: 0x0100,
  type: 'registration',
  read: (body, { edition }) => {
    const layout = edition === '2019' ? '2019' : body.length < layouts['2013'].size ? '2011' : '2013'
    const fields = layouts[layout]
    const short = shorterThan(body, fields.size, `registration of ${layout}`)
    if (short) return short
    return { type: 'registration', layout, ...fields.read(body, 0), plate: gbkText(body.subarray(fields.size)) }
  },
  write: (body) => Buffer.concat([bytesOf(layouts[body.layout], body), gbkBytes(body.plate)]),
}

export interface RegistrationAnswer {
  readonly type: 'registration-answer'
  readonly replySerial: number
  /** 0 done · 1 vehicle registered before · 2 no such vehicle · 3 terminal registered before · 4 no such terminal. */
  readonly result: number
  /** Only with result 0. */
  readonly authCode: string | null
}

const answer = struct({ replySerial: u16, result: u8 })

/** 0x8100 终端注册应答. */
export const registrationAnswer: Kind<RegistrationAnswer> = {
  id: 0x8100,
  type: 'registration-answer',
  read: (body) => {
    const short = shorterThan(body, answer.size, 'registration-answer')
    if (short) return short
    const { replySerial, result } = answer.read(body, 0)
    const authCode = result === 0 ? gbkText(body.subarray(answer.size)) : null
    return { type: 'registration-answer', replySerial, result, authCode }
  },
  write: (body) => Buffer.concat([bytesOf(answer, body), body.authCode === null ? EMPTY : gbkBytes(body.authCode)]),
}
