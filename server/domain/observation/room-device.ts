import { z } from 'zod'
import { id, instant } from './field.ts'
import { personIs, stayIs } from './person.ts'
import { restraintKinds } from './restraint.ts'

const room = id.nullable().default(null).describe('our id of the room; null while the device is bound to none')

/** What the devices of a case area say beyond who is where and what is recorded. */
export const roomDeviceObservations = {
  'reader.installed': z
    .object({
      reader: id.describe('the token of a card reader or access point, as it stands in its messages'),
      room: id,
      leads: z.enum(['in', 'out']).describe('which way a person passes who presents a card here'),
    })
    .describe('which side of which door a reader is on'),
  'card.issued': z.object({ card: id, holder: id, as: z.enum(['officer', 'auxiliary', 'doctor', 'other']) }),
  'card.withdrawn': z.object({ card: id }),
  'card.refused': z.object({
    reader: id,
    room,
    card: id.nullable().describe('null: the device does not say'),
    reason: z.string().max(200),
  }),
  'door.changed': z.object({ door: id, room, state: z.enum(['open', 'closed', 'fault', 'unknown']) }),
  'wristband.issued': z.object({
    wristband: id,
    person: personIs,
    stay: stayIs,
    sex: z.enum(['male', 'female']).nullable().default(null),
  }),
  'wristband.returned': z.object({ wristband: id }),
  'wristband.tampered': z.object({
    wristband: id,
    person: personIs.nullable(),
    stay: stayIs.nullable(),
    state: z.enum(['cut', 'whole']),
  }),
  'cabinet.moved': z
    .object({
      cabinet: id,
      room,
      item: id.describe('which piece'),
      kind: z.enum(restraintKinds).nullable(),
      action: z.enum(['taken', 'put-back']),
      officer: id.nullable().describe('whose card opened it; null: the device does not say'),
    })
    .describe('a restraint was taken out of its cabinet or put back; says nothing of its use'),
  'disc.written': z.object({
    recorder: id,
    room,
    recording: id.nullable(),
    result: z.enum(['written', 'failed']),
    sha256: z.string().nullable(),
  }),
  'device.state-found': z
    .object({
      device: id,
      topic: z.string().max(256),
      room,
      state: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    })
    .describe(
      'a state that already held when we began to listen (retained message, synchronisation point); observedAt is since when, by the device. Never an occurrence: no rule counts it as one',
    ),
  'intake.delivered': z
    .object({
      source: id,
      delivery: id.describe('webhook-id'),
      attemptedAt: instant.describe('webhook-timestamp'),
      events: z.number().int().positive(),
      bodySha256: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .describe('a signed delivery of a business system was taken; its webhook-id cannot be used again'),
} as const
