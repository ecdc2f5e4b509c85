import { describe, expect, it } from 'vitest'
import { credential } from '../../server/gateways/credential.ts'
import { decode, encode } from '../../server/protocols/jt808/codec.ts'
import { bytes, vectors } from '../protocols/jt808/vectors.ts'
import { gatewayWith, SECRET } from './terminal.ts'

const sessions = vectors()?.sessions ?? []

describe('sessions scripted elsewhere are answered message for message', () => {
  it(sessions.length > 0 ? 'are here' : 'ARE NOT HERE: set VECTORS to their folder', () => {
    for (const { frames } of sessions) expect(frames.length).toBeGreaterThan(0)
  })
  for (const { version, phone, frames } of sessions)
    it(`JT/T 808-${version}, with a code of our own`, async () => {
      const house = await gatewayWith()
      const device = `jt808:${phone}`
      await house.bind(device, 'vehicle/scripted')
      const car = await house.terminal({ phone })
      const commands: Promise<unknown>[] = []
      try {
        for (const frame of frames) {
          const [said] = decode(bytes(frame.hex)).messages
          if (frame.dir === 'T->P') {
            const { header, body } = said!
            const sent = body.type === 'authentication' ? { ...body, authCode: credential(SECRET, device) } : body
            car.raw(encode({ ...header, phone: header.phoneBcd, body: sent }))
            continue
          }
          // What the platform asks of its own accord, people ask for.
          if (said!.header.id === 0x8201) commands.push(house.gateway.locate(device))
          if (said!.body.type === 'temporary-tracking')
            commands.push(house.gateway.track(device, said!.body.intervalS, said!.body.validS ?? 0))
          const answer = await car.next()
          const expected =
            said!.body.type === 'registration-answer'
              ? { ...said!.body, authCode: credential(SECRET, device) }
              : said!.body
          if (expected.type === 'time-answer')
            expect(answer.body).toEqual({ type: 'time-answer', time: house.time.now })
          else expect(answer.body).toEqual(expected)
          expect(answer.header).toEqual(said!.header)
        }
        expect(await car.silent(50)).toBe(true)
        for (const result of await Promise.all(commands))
          expect([undefined, 'no-answer', 'offline']).not.toContain(result)
        const reports = frames
          .filter(({ dir }) => dir === 'T->P')
          .flatMap(({ hex }) => decode(bytes(hex)).messages)
          .reduce(
            (sum, { body }) =>
              sum + (body.type === 'location-batch' ? body.items.length : body.type.startsWith('location') ? 1 : 0),
            0,
          )
        expect(house.journal.said('position.reported')).toHaveLength(reports)
        expect(house.journal.said('device.faulted')).toEqual([])
      } finally {
        await house.close()
      }
    })
})
