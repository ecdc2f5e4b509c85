import { z } from 'zod'
import { actor, id, instant, words } from './field.ts'

const camera = id.describe('our id of the camera')
const stretch = {
  camera,
  from: instant.describe('first moment, our clock'),
  to: instant.describe('last moment, our clock'),
}
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const by = actor.describe('the account')
const hold = id.describe('one hold')
const deletion = id.describe('one proposal to delete')
const review = id.describe('one review session')
const cameras = z.array(id).max(9).readonly().describe('our ids of the cameras looked at')
const archive = id.describe('one export')

/** What people do with recordings: keep them, look at them, take them out. And what became of the files. */
export const footageObservations = {
  'footage.held': z
    .object({
      hold,
      ...stretch,
      by,
      reason: words,
      finding: z.string().min(1).max(400).nullable().default(null).describe('it was put by a pin of this finding'),
    })
    .describe('Segments that touch this stretch are kept until the hold is released, whatever their retention says.'),
  'footage.hold-released': z
    .object({ hold, by, reason: words })
    .describe('From here on its stretch is kept only as long as its retention asks.'),
  'footage.deletion-proposed': z
    .object({ deletion, ...stretch, by, reason: words })
    .describe('One person asks; footage.deleted tells that a second one agreed and that it is done.'),
  'footage.deletion-refused': z
    .object({ deletion, by, reason: words })
    .describe('A second person did not agree; nothing was deleted.'),
  'camera.clock-corrected': z
    .object({
      camera,
      shiftMs: z
        .number()
        .int()
        .describe('added to every instant of the camera: negative when what it shows happened earlier than stamped'),
      uncertaintyMs: z.number().int().nonnegative().describe('the true shift is within this of shiftMs'),
      from: instant.describe('from which moment of the recording on'),
      by,
      reason: words,
    })
    .describe('A person compared pictures and says how this camera’s lie to the others’.'),
  'review.opened': z
    .object({
      review,
      by,
      purpose: words,
      about: z.string().min(1).max(500).describe('what it began from, such as finding/… or camera/…'),
      cameras,
      from: instant,
      to: instant,
      share: sha256.nullable().default(null).describe('opened by a link: which'),
    })
    .describe('A purpose was given; pictures are served under it until it ends.'),
  'review.changed': z
    .object({ review, by, cameras, from: instant, to: instant })
    .describe('Another range or other cameras under the same purpose.'),
  'review.closed': z.object({ review, by }).describe('Nothing more is served under its purpose.'),
  'review.noted': z
    .object({
      by,
      at: instant.describe('the moment of the recording it is about'),
      camera: camera.nullable(),
      cameras: z.array(id).max(9).readonly().describe('what was on the screen'),
      note: words,
    })
    .describe('Somebody wrote down what they saw at a moment of a recording.'),
  'review.seen': z.object({ ...stretch, by }).describe('Somebody says that they have looked at this stretch.'),
  'review.shared': z
    .object({
      share: sha256.describe('of the token; the token itself is nowhere'),
      by,
      about: z.string().min(1).max(500).describe('what the review was opened for'),
      cameras,
      from: instant,
      to: instant,
      at: instant.describe('where to begin'),
      layout: z.string().max(4000).describe('JSON, as the console wrote it'),
      expiresAt: instant.describe('from then on it opens for nobody'),
    })
    .describe('A link to a review: it opens for whoever may see all of its cameras, until it expires.'),
  'finding.evidence-pinned': z
    .object({
      finding: z.string().min(1).max(400),
      by,
      pin: id.describe('one pin'),
      ...stretch,
      note: words,
      segments: z
        .array(z.object({ seq: z.number().int(), sha256 }))
        .max(400)
        .readonly()
        .describe('the closed segments it rests on: their entries and hashes'),
    })
    .describe('Footage became evidence of a finding; it is held from here on.'),
  'export.requested': z
    .object({
      export: archive,
      review: review.nullable().describe('the review it was asked for from; null: none'),
      by,
      purpose: words,
      reason: words,
      finding: z.string().min(1).max(400).nullable(),
      cameras: z.array(id).min(1).max(9).readonly().describe('our ids of the cameras it holds'),
      units: z.array(id).max(9).readonly().describe('whose equipment recorded it'),
      from: instant,
      to: instant,
    })
    .describe('One person asks for an archive; nothing is made before another one agrees.'),
  'export.approved': z.object({ export: archive, by }).describe('A second person agreed; it is made from here on.'),
  'export.refused': z
    .object({ export: archive, by, reason: words })
    .describe('A second person did not agree; nothing is made.'),
  'export.cancelled': z
    .object({ export: archive, by, reason: words })
    .describe('It was given up before it was finished.'),
  'export.finished': z
    .object({
      export: archive,
      bytes: z.number().int().nonnegative().describe('length of the archive'),
      sha256: sha256.describe('of the whole archive'),
      manifestSha256: sha256.describe('of the manifest in it'),
      expiresAt: instant.describe('when the archive is removed'),
    })
    .describe('The archive is made and may be fetched.'),
  'export.failed': z
    .object({ export: archive, problem: z.string().max(1000).describe('why, in words') })
    .describe('It could not be made; there is no archive.'),
  'export.downloaded': z.object({ export: archive, by }).describe('Written before its first byte leaves.'),
  'export.expired': z.object({ export: archive }).describe('The archive was removed; this record stays.'),
} as const
