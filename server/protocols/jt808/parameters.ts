import { bytesOf, gbkText, struct, u8, u16, u32 } from '../bytes.ts'
import { bare, type Kind, type Reading, type Unreadable, unreadable } from './kind.ts'

export interface Parameter {
  readonly id: number
  readonly value: Buffer
}

/** 参数项 that we use or show by name (2013 table 12). Others are passed on as they are. */
const known: Readonly<Record<number, { readonly name: string; readonly is: 'number' | 'text' }>> = {
  1: { name: 'heartbeatIntervalS', is: 'number' },
  2: { name: 'tcpAnswerTimeoutS', is: 'number' },
  3: { name: 'tcpRetries', is: 'number' },
  16: { name: 'mainApn', is: 'text' },
  19: { name: 'mainServer', is: 'text' },
  24: { name: 'tcpPort', is: 'number' },
  32: { name: 'reportStrategy', is: 'number' },
  39: { name: 'sleepReportIntervalS', is: 'number' },
  40: { name: 'emergencyReportIntervalS', is: 'number' },
  41: { name: 'reportIntervalS', is: 'number' },
  85: { name: 'maximumSpeedKmh', is: 'number' },
  86: { name: 'overspeedDurationS', is: 'number' },
  128: { name: 'odometer', is: 'number' },
  131: { name: 'plate', is: 'text' },
}
export const HEARTBEAT_INTERVAL = 1

/** Name and value of a parameter as far as the standard's table gives them; null when it does not, or its length is another. */
export const meaning = ({ id, value }: Parameter): { name: string; value: number | string } | null => {
  const entry = known[id]
  if (!entry) return null
  if (entry.is === 'text') return { name: entry.name, value: gbkText(value) }
  return value.length === u32.size ? { name: entry.name, value: u32.read(value, 0) } : null
}

export interface Parameters {
  readonly type: 'parameters'
  readonly replySerial: number
  readonly parameters: readonly Parameter[]
}
export interface SetParameters {
  readonly type: 'set-parameters'
  readonly parameters: readonly Parameter[]
}
export interface QuerySomeParameters {
  readonly type: 'query-some-parameters'
  readonly ids: readonly number[]
}

const head = struct({ id: u32, length: u8 })

/** count u8, then {id u32, length u8, value}. What could be read before a wrong length or count is kept. */
const readList = (body: Buffer, offset: number, { remark }: Reading): readonly Parameter[] | Unreadable => {
  if (body.length <= offset) return unreadable(`the number of parameters is missing at byte ${offset}`)
  const count = body[offset]!
  const list: Parameter[] = []
  let at = offset + 1
  while (list.length < count && at + head.size <= body.length) {
    const { id, length } = head.read(body, at)
    const from = at + head.size
    if (from + length > body.length) break
    list.push({ id, value: body.subarray(from, from + length) })
    at = from + length
  }
  if (list.length < count) remark('bad-body', `the body says ${count} parameters and holds ${list.length}`)
  return list
}

const writeList = (parameters: readonly Parameter[]): Buffer =>
  Buffer.concat([
    Buffer.from([parameters.length]),
    ...parameters.flatMap(({ id, value }) => [bytesOf(head, { id, length: value.length }), value]),
  ])

/** 0x0104 查询终端参数应答. */
export const parameters: Kind<Parameters> = {
  id: 0x0104,
  type: 'parameters',
  read: (body, reading) => {
    const list = readList(body, u16.size, reading)
    if ('unreadable' in list) return list
    return { type: 'parameters', replySerial: u16.read(body, 0), parameters: list }
  },
  write: (body) => Buffer.concat([bytesOf(u16, body.replySerial), writeList(body.parameters)]),
}

/** 0x8103 设置终端参数. */
export const setParameters: Kind<SetParameters> = {
  id: 0x8103,
  type: 'set-parameters',
  read: (body, reading) => {
    const list = readList(body, 0, reading)
    return 'unreadable' in list ? list : { type: 'set-parameters', parameters: list }
  },
  write: (body) => writeList(body.parameters),
}

/** 0x8104 查询终端参数: all of them. */
export const queryParameters = bare(0x8104, 'query-parameters')

/** 0x8106 查询指定终端参数: count u8, then ids u32. */
export const querySomeParameters: Kind<QuerySomeParameters> = {
  id: 0x8106,
  type: 'query-some-parameters',
  read: (body) => {
    const count = body[0] ?? 0
    if (body.length < 1 + count * u32.size)
      return unreadable(`${count} ids need ${1 + count * u32.size} bytes, the body has ${body.length}`)
    const ids = Array.from({ length: count }, (_, i) => u32.read(body, 1 + i * u32.size))
    return { type: 'query-some-parameters', ids }
  },
  write: ({ ids }) => Buffer.concat([Buffer.from([ids.length]), ...ids.map((id) => bytesOf(u32, id))]),
}
