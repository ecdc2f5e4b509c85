import { z } from 'zod'
import { cadenceValues } from '../domain/observation/roll-call.ts'
import { behalfChannels, excuseReasons, rollCallPosts } from '../domain/roll-call/words.ts'

const reason = z.string().trim().min(1).max(4000)
/** Bodies of requests about roll-calls. */
export const rollCallBodies = {
  startRollCall: z.object({
    units: z.array(z.string().min(1).max(128)).min(1).max(500),
    /** Left out: every post that is called. */
    posts: z.array(z.enum(rollCallPosts)).min(1).optional(),
    reason,
  }),
  retryCall: z.object({ target: z.string().min(1).max(200) }),
  answerOnBehalf: z.object({
    target: z.string().min(1).max(200),
    channel: z.enum(behalfChannels),
    /** Number of the radio that was heard, as the dispatcher shows it; for `radio-voice` only. */
    radioNumber: z
      .string()
      .trim()
      .regex(/^\d{1,10}$/)
      .nullable()
      .default(null),
    headcount: z.number().int().min(0).max(999),
    words: reason,
    privateNote: z.string().trim().max(4000).nullable(),
  }),
  excuseFromCall: z.object({
    target: z.string().min(1).max(200),
    because: z.enum(excuseReasons).exclude(['standby']),
    words: z.string().trim().max(4000).nullable(),
  }),
  closeRollCall: z.object({ reason }),
  setCadence: z.object({
    unitKind: z.string().min(1).max(32).nullable(),
    unit: z.string().min(1).max(128).nullable(),
    post: z.enum(rollCallPosts).nullable(),
    day: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable(),
    values: cadenceValues,
    /** Null: at once. */
    validFrom: z.number().int().nonnegative().nullable(),
    reason,
  }),
  answerCall: z.object({
    cycle: z.string().min(1).max(128),
    target: z.string().min(1).max(200),
    place: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable(),
    accuracyM: z.number().nonnegative().finite().nullable(),
  }),
} as const
