import { describe, expect, it } from 'vitest'
import { decode, writeFrame, writeHrnp, writeHstrp } from '../../../server/protocols/hdap/codec.ts'
import { hdapLine } from '../../../server/protocols/hdap/print.ts'
import { trunkVectors } from '../trunk/vectors.ts'

const vectors = trunkVectors()?.hytera ?? []

describe('Hytera frames that we did not make', () => {
  it(vectors.length > 0 ? 'are here' : 'ARE NOT HERE: set VECTORS to their folder', () => {
    expect(vectors.length === 0 || vectors.length > 20).toBe(true)
  })

  it.each(vectors)('$kind $hex: $note', ({ hex = '', expected = {} }) => {
    const { messages, faults } = hdapLine(Buffer.from(hex, 'hex'))
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject(expected)
    const hdap = (messages[0]!.hdap ?? messages[0]) as Record<string, unknown>
    const named = faults.map((f) => f.fault)
    expect(named.includes('bad-checksum')).toBe(hdap.checksumOk === false || messages[0]!.checksumOk === false)
    expect(named.includes('unknown-opcode')).toBe(hdap.type === '?')
    expect(named.filter((f) => f !== 'bad-checksum' && f !== 'unknown-opcode')).toEqual([])
  })

  it.each(vectors.filter((v) => JSON.stringify(v.expected).includes('"checksumOk":false') === false))(
    'written again: $hex',
    ({ hex = '' }) => {
      const message = decode(Buffer.from(hex, 'hex')).messages[0]!
      const bytes =
        message.transport === 'none'
          ? writeFrame(message.hdap)
          : message.transport === 'hrnp'
            ? writeHrnp({ ...message, ...(message.hdap && { frame: writeFrame(message.hdap) }) })
            : writeHstrp({ ...message, frames: message.frames.map((one) => writeFrame(one)) })
      expect(bytes.toString('hex')).toBe(hex)
    },
  )

  it('a checksum that does not agree drops the frame where strictness is asked for', () => {
    const wrong = vectors.filter((v) => (v.expected as { checksumOk?: boolean }).checksumOk === false)
    for (const { hex = '' } of wrong) {
      expect(hdapLine(Buffer.from(hex, 'hex'), 'strict').messages).toEqual([])
      expect(hdapLine(Buffer.from(hex, 'hex'), 'strict').faults).toMatchObject([{ fault: 'bad-checksum' }])
    }
  })
})
