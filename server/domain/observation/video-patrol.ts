import { z } from 'zod'
import { cameraPurposes } from './camera.ts'
import { actor, id, instant, words } from './field.ts'

/** What a look by video can find; good is a result too. */
export const lookResults = [
  'good',
  'not-in-uniform',
  'mixed-dress',
  'absent',
  'asleep',
  'phone',
  'conduct',
  'untidy',
  'cannot-see',
] as const
export type LookResult = (typeof lookResults)[number]

/** Why a camera that was drawn was passed over; that it gives no picture is a result and no reason. */
export const skipReasons = ['called-away', 'recusal', 'other'] as const
export type SkipReason = (typeof skipReasons)[number]

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('lower-case hex')
const patrol = id.describe('our id of one draw and the looks that follow')

/** Looks by video or on site (网上督察、现场督察), and what dress does not apply to whom. */
export const videoPatrolObservations = {
  'video-patrol.looked': z
    .object({
      look: id,
      camera: id.nullable().default(null).describe('null: a look on site'),
      post: id.nullable().default(null).describe('room or window looked at'),
      unit: id.describe('the unit looked at'),
      by: id.describe('who looked: account or officer'),
      officers: z.array(id).max(32).readonly().default([]).describe('who was recognised'),
      result: z
        .enum(lookResults)
        .describe(
          'good 规范 · not-in-uniform 未着装 · mixed-dress 混穿警服 · absent 无人在岗 · asleep 睡岗 · phone 玩手机 · conduct 行为不文明 · untidy 内务脏乱 · cannot-see 看不清、看不到. One entry for each thing seen, all with the same look',
        ),
      note: z.string().max(1000).default(''),
      patrol: id.nullable().default(null).describe('the draw that named the camera; null: looked at without one'),
      snapshot: id.nullable().default(null).describe('the picture that was kept of it; null: none'),
    })
    .describe('视频巡查'),
  'video-patrol.seeded': z
    .object({
      by: actor.describe('whose next draw it is for'),
      commitment: sha256.describe('SHA-256 of the 32 bytes of which their next draw will be made'),
    })
    .describe('What somebody’s first draw will be made from was fixed before they asked for it.'),
  'video-patrol.drawn': z
    .object({
      patrol,
      by: actor,
      purposes: z
        .array(z.enum(cameraPurposes))
        .readonly()
        .describe('only cameras of these purposes could be drawn; empty: all'),
      candidates: z
        .array(z.object({ camera: id, tickets: z.number().int().min(1).max(1001) }).readonly())
        .max(5000)
        .readonly()
        .describe(
          'every camera that could be drawn, by id in the order of its UTF-16 code units, with its tickets: one, and one more for each draw that passed it over since it was seen last',
        ),
      leftOut: z
        .number()
        .int()
        .nonnegative()
        .describe('cameras in sight that could not be drawn because no way to them is known'),
      drawn: z.array(id).max(64).readonly().describe('in the order in which they were drawn'),
      seed: sha256.describe('the 32 bytes that it was drawn from, which were committed to before'),
      next: sha256.describe('SHA-256 of what their next draw will be made of'),
    })
    .describe(
      'Cameras to be looked at now were drawn. Ticket number i (from 0) is HMAC-SHA-256 of seed over the text “i”, taken as a whole number, modulo the tickets left; whose range in the list it falls into is drawn and taken out of the list.',
    ),
  'video-patrol.skipped': z
    .object({
      patrol,
      camera: id,
      unit: id,
      by: actor,
      reason: z.enum(skipReasons).describe('called-away 临时出警、另有任务 · recusal 回避 · other: the note says what'),
      note: z.string().max(1000).default(''),
    })
    .describe('A camera that was drawn was not looked at; it stays as likely to be drawn as one passed over.'),
  'video-patrol.ended': z
    .object({
      patrol,
      by: actor,
      unseen: z.array(id).max(64).readonly().describe('drawn, and neither looked at nor skipped'),
      reason: words.nullable().default(null).describe('null: nothing was left unseen'),
    })
    .describe('A draw is done with; the next one may be asked for.'),
  'video-patrol.corrected': z
    .object({ look: id, unit: id, by: id, note: z.string().max(1000).default('') })
    .describe('the look was wrong, or what it saw was put right on the spot; note says which'),
  'dress.exempted': z
    .object({
      officer: id,
      unit: id,
      ground: z
        .enum(['covert', 'guard', 'foreign-work', 'private-matter', 'pregnancy', 'suspended', 'other'])
        .describe(
          'covert 侦查等秘密任务 · guard 警卫 · foreign-work 外事 · private-matter 工作时间非因公外出 · pregnancy 怀孕体型明显变化 · suspended 停止执行职务、禁闭: must not wear it',
        ),
      startsAt: instant,
      endsAt: instant,
      approvedBy: id.nullable().default(null),
    })
    .describe('可以或者应当不着装的情形'),
} as const
