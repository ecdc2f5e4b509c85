import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const start = (...args: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/commands/decode.ts', ...args])
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
): Promise<{ messages: Record<string, unknown>[]; faults: Record<string, unknown>[] }[]> => {
  const run = start('jt808')
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
    const run = start('fax')
    run.child.stdin.end()
    expect(await run.ended).toBe(2)
    expect(run.err()).toContain('Protocols: jt808')
  })
})
