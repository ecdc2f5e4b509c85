import { z } from 'zod'
import { id, instant } from './field.ts'

const what = {
  recording: id.describe(
    'one recording; the same id from start to stop, and never another’s. Its room and act need be said once',
  ),
  room: id.nullable().default(null).describe('the room it covers; null for a body camera'),
  act: id.nullable().default(null).describe('the act it belongs to, when the recorder or case system says so'),
}

/** Synchronous audio and video: running, interrupted, faulted, deleted. Either room or act should be given. */
export const recordingObservations = {
  'recording.started': z.object({ ...what, device: id.nullable().default(null) }),
  'recording.stopped': z.object({
    ...what,
    reason: z.enum(['ended', 'interrupted', 'storage-full', 'power', 'fault']).default('ended'),
  }),
  'recording.signal-lost': z
    .object({ ...what, lost: z.enum(['video', 'audio', 'covered']) })
    .describe('it runs on, but holds no picture or no sound'),
  'recording.signal-restored': z.object({ ...what }),
  'recording.verified': z.object({
    ...what,
    result: z
      .enum(['intact', 'changed', 'damaged', 'missing'])
      .describe('hash and completeness against what was sealed'),
  }),
  'footage.deleted': z
    .object({
      recorder: id,
      owner: id.describe('the unit that answers for the recorder'),
      ...what,
      recording: id.nullable().default(null),
      from: instant.describe('first moment deleted'),
      to: instant.describe('last moment deleted'),
      by: id.nullable().default(null).describe('account that deleted; null: unknown'),
      expired: z.boolean().default(false).describe('by the retention clock, not by a person'),
      secondedBy: id.nullable().default(null).describe('the second person who agreed; null: nobody was asked'),
      deletion: id.nullable().default(null).describe('the proposal it carries out'),
      reason: z
        .string()
        .max(4000)
        .nullable()
        .default(null)
        .describe('why, in words; no-room: to make room on the disk'),
    })
    .refine(({ from, to }) => from <= to, 'the last moment deleted is before the first'),
  'footage.probed': z.object({
    recorder: id,
    owner: id,
    area: z.enum(['case-area', 'duty-room', 'public', 'other', 'lockup', 'body-camera']),
    inServiceSince: instant.describe('when the recorder began to record'),
    oldestAt: instant.describe('the oldest moment that can still be played'),
  }),
} as const
