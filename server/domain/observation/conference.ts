import { z } from 'zod'
import { id, instant } from './field.ts'

/** Video conferences, as the conference system tells them. */
export const conferenceObservations = {
  'conference.scheduled': z
    .object({
      conference: id,
      title: z.string().min(1).max(200),
      host: id.describe('unit that calls it'),
      venues: z
        .array(
          z
            .object({
              unit: id,
              terminal: id.nullable().default(null).describe('the conference terminal of the venue'),
              required: z.array(id).max(200).readonly().describe('officers who must attend there'),
            })
            .readonly(),
        )
        .min(1)
        .max(200)
        .readonly()
        .describe('one for each unit that attends'),
      startsAt: instant,
      endsAt: instant.describe('as planned; conference.closed tells the real end'),
    })
    .describe('视频会议通知; the same conference again replaces it'),
  'conference.cancelled': z.object({ conference: id, reason: z.string().max(400) }).describe('取消会议'),
  'conference.excused': z
    .object({
      conference: id,
      officer: id,
      unit: id,
      reason: z.string().max(400),
      substitute: id.nullable().default(null).describe('who attends instead; null: nobody'),
      approvedBy: id
        .nullable()
        .default(null)
        .describe('who approved it, another than the officer; null: nobody, and the officer is not excused'),
    })
    .describe('会议请假或者替会'),
  'conference.joined': z
    .object({
      conference: id,
      unit: id,
      officer: id
        .nullable()
        .default(null)
        .describe('as face check-in or account says; null: the terminal only, nobody is known by it'),
      terminal: id.nullable().default(null),
    })
    .describe('入会; the first is the arrival, a later one a return'),
  'conference.left': z
    .object({ conference: id, unit: id, officer: id.nullable().default(null), terminal: id.nullable().default(null) })
    .describe('离会'),
  'conference.closed': z.object({ conference: id }).describe('会议结束; observedAt is the end'),
} as const
