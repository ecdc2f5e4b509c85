import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { TYPESCRIPT } from '../../server/storage/thread.ts'

const start = (...args: string[]) => {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, 'server/commands/decode.ts', ...args])
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    ended,
    err: () => err,
    lines: () =>
      out
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
  }
}
const decode = async (
  input: string,
  ...args: string[]
): Promise<{ messages: Record<string, unknown>[]; faults: Record<string, unknown>[] }[]> => {
  const run = start(...(args.length > 0 ? args : ['jt808']))
  run.child.stdin.end(input)
  expect(await run.ended).toBe(0)
  return run.lines()
}
const heartbeat = '7e000200000139954800010002e47e'
const location =
  '7e0200002c013995480001000300000000000c000302481050065545b4045d016d005a2603150930000104000012d60302016d30011f310110aa7e'

describe('npm run decode -- jt808', () => {
  it('prints the fields of a location as documented', async () => {
    const [line] = await decode(`${location}\n`)
    expect(line!.faults).toEqual([])
    expect(line!.messages).toEqual([
      {
        type: 'location',
        id: '0x0200',
        phone: '13995480001',
        phoneBcd: '013995480001',
        serial: 3,
        edition: '2013',
        version: null,
        bodyHex: location.slice(26, -4),
        latitude: 38.2772,
        longitude: 106.2517,
        altitudeM: 1117,
        speedKmh: 36.5,
        headingDeg: 90,
        time: '2026-03-15T01:30:00Z',
        alarmBits: 0,
        statusBits: 786435,
        positionValid: true,
        coordinatesEncrypted: false,
        additional: { mileageKm: 482.2, recorderSpeedKmh: 36.5, signalStrength: 31, gnssSatellites: 16 },
        additionalItems: [
          { id: '0x01', length: 4, hex: '000012d6' },
          { id: '0x03', length: 2, hex: '016d' },
          { id: '0x30', length: 1, hex: '1f' },
          { id: '0x31', length: 1, hex: '10' },
        ],
      },
    ])
  })
  it('answers one line for each, with what was wrong', async () => {
    const lines = await decode(
      [
        heartbeat,
        'zz',
        '7e00',
        '',
        `${heartbeat}${location.slice(0, 40)}`,
        `${heartbeat} ${heartbeat}`,
        '0102',
        '7e000200000139954800010002e57e',
      ].join('\r\n'),
    )
    expect(lines.map(({ messages, faults }) => [messages.map((m) => m.type), faults.map((f) => f.fault)])).toEqual([
      [['heartbeat'], []],
      [[], ['bad-hex']],
      [[], ['truncated']],
      [[], ['bad-hex']],
      [['heartbeat'], ['truncated']],
      [['heartbeat', 'heartbeat'], []],
      [[], ['truncated']],
      [[], ['bad-checksum']],
    ])
    expect(lines[1]!.faults[0]!.detail).toBe('character 1 is "z", should be a hexadecimal digit')
  })
  it('prints registration and answers with the field names of the standard', async () => {
    const registration =
      '7e01000022013995480001000100400079373031313143542d30310000004e58303030303102c4fe4131323334beafb97e'
    const [first, second] = await decode(`${registration}\n7e8001000501399548000100010004020004637e\n`)
    expect(first!.messages[0]).toMatchObject({
      type: 'registration',
      id: '0x0100',
      edition: '2011',
      provinceId: 64,
      cityId: 121,
      manufacturerId: '70111',
      terminalModel: 'CT-01',
      terminalId: 'NX00001',
      plateColor: 2,
      plate: '宁A1234警',
    })
    expect(second!.messages[0]).toMatchObject({ type: 'platform-answer', replySerial: 4, replyId: '0x0200', result: 4 })
  })
  it('answers each line as it comes, not only at the end', async () => {
    const run = start('jt808')
    run.child.stdin.write(`${heartbeat}\n`)
    for (let i = 0; i < 200 && run.lines().length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 25))
    expect(run.lines()).toHaveLength(1)
    run.child.stdin.end()
    expect(await run.ended).toBe(0)
  })
  it('says how it is used when it is used wrongly', async () => {
    for (const args of [['fax'], ['ars', '--strict'], ['jt808', 'ars']]) {
      const run = start(...args)
      run.child.stdin.end()
      expect(await run.ended).toBe(2)
      expect(run.err()).toContain('Protocols: jt808, hdap, ars, lrrp, tms, lip, debezium')
    }
  })
})

describe('npm run decode -- hdap | ars | lrrp | tms | lip', () => {
  it('hdap: bare, in HSTRP and in HRNP; a wrong checksum is a fault beside the message, with --strict instead of it', async () => {
    const wrong =
      '08a0030034000000000a2338630000413131323534303237303932314e353030332e383734364530313432362e35313932302e32323533ff1cae03'
    const input = ['11008200050a000021008003', '324200020000', '7e0400fe20100000000c60e1', wrong, 'zz', ''].join('\n')
    const lines = await decode(input, 'hdap')
    expect(lines.map(({ messages, faults }) => [messages[0] ?? null, faults.map((f) => f.fault)])).toMatchObject([
      [{ type: 'StatusCheckAnswer', radio: { ip: '10.0.0.33', subnet: 10, radioId: 33 }, state: 'Online' }, []],
      [{ flags: { heartbeat: true }, sn: 0, options: [] }, []],
      [{ opcode: 'CONNECT', checksum: '60e1', hdap: null }, []],
      [{ type: 'StandardReportWithRSSI', checksumOk: false, rssi: -228 }, ['bad-checksum']],
      [null, ['bad-hex']],
    ])
    expect(await decode(wrong, 'hdap', '--strict')).toMatchObject([
      { messages: [], faults: [{ fault: 'bad-checksum' }] },
    ])
  })
  it('the others', async () => {
    expect(await decode('000174\n', 'ars')).toMatchObject([{ messages: [{ pdu: 'QUERY' }], faults: [] }])
    expect(await decode('110722042468ace038\n', 'lrrp')).toMatchObject([{ messages: [{ resultCode: 0 }], faults: [] }])
    expect(await decode('00021f00\n', 'tms')).toMatchObject([
      { messages: [{ pdu: 'TMS_ACKNOWLEDGEMENT' }], faults: [] },
    ])
    const pei =
      '+CTSDSR: 12,214000806012228,1,214000806010006,1,84\r\n0A301BB659D8A5A204081\r\n0A 00B8C31A53EB496D6200\n'
    expect(await decode(pei, 'lip')).toMatchObject([
      { messages: [], faults: [] },
      { messages: [{ from: '214000806012228', lat: 41.541238, bits: 76 }], faults: [] },
      { messages: [{ lat: 52.375699, velocityKmh: 74, reasonForSending: 32 }], faults: [] },
    ])
  })
})

describe('npm run decode -- debezium', () => {
  const source = {
    connector: 'postgresql',
    name: 's',
    db: 'd',
    schema: 'public',
    table: 't',
    lsn: 7,
    txId: 5,
    ts_ms: 1559033904863,
  }
  const update = { before: { id: 1, a: 1 }, after: { id: 1, a: 2 }, source, op: 'u', ts_ms: 1 }
  it('takes lines of JSON as they are and prints what changed', async () => {
    const run = start('debezium')
    run.child.stdin.end(
      `${JSON.stringify(update)}\n${JSON.stringify({ ...update, before: { id: 1 } })}\nnull\n{"op":"u"}\n7e\n`,
    )
    expect(await run.ended).toBe(0)
    const [told, missing, tombstone, faulty, hex] = run.lines()
    expect(told).toMatchObject({
      messages: [{ type: 'row', changed: ['a'], beforeMissing: false, time: '2019-05-28T08:58:24.863Z' }],
      faults: [],
    })
    expect(missing).toMatchObject({ messages: [{ changed: null, beforeMissing: true }] })
    expect(tombstone).toEqual({ messages: [{ type: 'tombstone', key: null }], faults: [] })
    expect(faulty).toMatchObject({ messages: [], faults: [{ fault: 'image' }] })
    expect(hex).toMatchObject({ messages: [], faults: [{ fault: 'not-json' }] })
  })
})
