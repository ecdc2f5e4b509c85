import { z } from 'zod'
import { actor, id, instant, lngLat, text } from './field.ts'

export const cameraPurposes = [
  'window',
  'hall',
  'case-area',
  'duty-room',
  'vehicle',
  'body',
  'public',
  'other',
] as const
export type CameraPurpose = (typeof cameraPurposes)[number]

/** Why a camera gives no picture that can be relied on. The first eight: none comes; the others: it shows nothing. */
export const cameraLosses = [
  'unreachable',
  'refused',
  'wrong-password',
  'not-found',
  'codec',
  'no-key-frame',
  'no-video',
  'stalled',
  'frozen',
  'dark',
  'covered',
] as const
export type CameraLoss = (typeof cameraLosses)[number]

/** Whether what a camera lost leaves a picture that is still recorded: it shows nothing, but it comes. */
export const stillSends = (why: CameraLoss): boolean => why === 'frozen' || why === 'dark' || why === 'covered'

export const clockMethods = ['onvif', 'rtcp', 'burnt-in', 'hand'] as const
export const recorderStops = ['stopped', 'crashed', 'disk-full', 'disk-error', 'not-permitted'] as const
export type RecorderStop = (typeof recorderStops)[number]

const camera = id.describe('our id of the camera')
const owner = id.nullable().default(null).describe('the unit that answers for the recorder; null: nobody was named')
const pieceId = id.describe('the phone’s own name of the piece')
const pieceHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('of the file that the phone sent, lower-case hex')
const fraction = z.number().min(0).max(1)
/** Corners as fractions of the picture's width and height, from its upper left. */
const privacyZone = z
  .array(z.tuple([fraction, fraction]).readonly())
  .min(3)
  .max(32)
  .readonly()

/** Cameras, what they deliver, and what of it was recorded. Their addresses carry no credentials here. */
export const cameraObservations = {
  'camera.registered': z
    .object({
      camera,
      name: text,
      unit: id.describe('the unit that must keep the equipment working'),
      place: lngLat.nullable().default(null).describe('where it hangs; null: not known, or it moves'),
      room: id.nullable().default(null).describe('the room it covers; null: none'),
      areaCode: z
        .string()
        .regex(/^\d{4}$/, 'four digits')
        .nullable()
        .default(null)
        .describe('GA/T 2000.146 code of the functional area; null: outside any'),
      purpose: z
        .enum(cameraPurposes)
        .describe(
          'window 服务窗口 · hall 大厅 · case-area 办案区 · duty-room 值班室 · vehicle · body 执法记录仪 · public · other',
        ),
      codec: z
        .enum(['h264', 'h265'])
        .nullable()
        .default(null)
        .describe('what its main stream should be; null: not stated'),
      audio: z
        .boolean()
        .default(false)
        .describe('its sound is taken as well; never where lawyers meet those they defend'),
      privacyZones: z
        .array(privacyZone)
        .max(16)
        .readonly()
        .default([])
        .describe(
          'parts of the picture that are not shown live: corners as fractions of width and height, from the upper left',
        ),
      retentionDays: z
        .number()
        .int()
        .min(1)
        .max(36_500)
        .nullable()
        .default(null)
        .describe('days its recordings are kept; null: as its area and purpose ask'),
      substream: z.boolean().default(false).describe('it offers a second, smaller stream as well'),
      host: z
        .string()
        .max(255)
        .nullable()
        .default(null)
        .describe('name or address and port, without credentials; null: it comes to us'),
      by: actor,
    })
    .describe('A camera, or a new version of what is known of it. Its credentials are never journalled.'),
  'camera.withdrawn': z
    .object({ camera, by: actor, reason: z.string().min(1).max(4000) })
    .describe('The camera is no longer one of ours; what it recorded stays.'),
  'camera.lost': z
    .object({
      camera,
      why: z
        .enum(cameraLosses)
        .describe(
          'unreachable: no answer · refused: it turned the connection away · wrong-password · not-found: no such stream · codec: one we cannot show or record · no-key-frame: none within the time allowed · no-video · stalled: connected, but no packets · frozen, dark, covered: packets come, but the picture shows nothing',
        ),
      lastFrameAt: instant
        .nullable()
        .default(null)
        .describe('our clock at the last packet of picture; null: none since we started'),
      detail: z.string().max(400).default('').describe('in the words of the source, credentials taken out'),
    })
    .describe('A camera gives no picture that can be relied on from here on. observedAt is when it began.'),
  'camera.restored': z
    .object({ camera, lostAt: instant.nullable().default(null).describe('observedAt of the loss that ends') })
    .describe('The picture is there again.'),
  'camera.recording-broken': z
    .object({
      camera,
      why: z
        .enum(['crashed', 'disk'])
        .describe('crashed: what writes its recording ended and is started again · disk: the disk took no more'),
    })
    .describe(
      'Our own writing of one camera’s recording ended, though the camera sends. observedAt is the last packet written; it lasts until the recording is resumed or the camera’s next segment begins.',
    ),
  'camera.recording-resumed': z
    .object({ camera, brokenAt: instant.describe('observedAt of the break that ends') })
    .describe('Packets of a camera are written again after our own writing had ended.'),
  'camera.clock-measured': z
    .object({
      camera,
      offsetMs: z.number().int().describe('the camera’s clock minus ours'),
      uncertaintyMs: z.number().int().nonnegative().describe('the true offset is within this of offsetMs'),
      method: z
        .enum(clockMethods)
        .describe(
          'onvif: it was asked · rtcp: its sender reports · burnt-in: read from the picture · hand: a person compared',
        ),
      by: actor.nullable().default(null).describe('who compared by hand; null: measured'),
    })
    .describe('How far a camera’s clock is from ours.'),
  'camera.snapshot-taken': z
    .object({
      snapshot: id.describe('the picture is kept under it'),
      camera,
      by: actor,
      reason: z.string().min(1).max(400),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('of the JPEG as it is kept, lower-case hex'),
      bytes: z.number().int().nonnegative().describe('of the JPEG'),
    })
    .describe('Somebody kept a single picture of a camera.'),
  'recorder.started': z
    .object({
      recorder: id.describe('the process that records, such as media-1'),
      why: z
        .enum(['start', 'restart', 'space-again'])
        .describe('start: ordered · restart: after it had crashed · space-again: the disk has room again'),
      owner,
    })
    .describe('A recorder of ours began to record the cameras given to it.'),
  'recorder.stopped': z
    .object({
      recorder: id,
      why: z
        .enum(recorderStops)
        .describe(
          'stopped: on purpose · crashed: found when it came back; observedAt is then the last moment it is known to have run',
        ),
      by: actor.nullable().default(null).describe('who stopped it; null: nobody did'),
      owner,
    })
    .describe('A recorder of ours stopped: what its cameras saw from here on is not kept.'),
  'segment.closed': z
    .object({
      camera,
      segment: id.describe('<camera>/<YYYYMMDDTHHMMSSZ>; the file is named the same, with .mp4'),
      startsAt: instant.describe('our clock at its first frame'),
      endsAt: instant.describe('our clock at the end of its last frame'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('of the whole file, lower-case hex'),
      bytes: z.number().int().nonnegative().describe('of the whole file'),
      video: z
        .object({
          codec: z.string().min(1).max(32).describe('as in RFC 6381, such as avc1.42e01f'),
          width: z.number().int().positive(),
          height: z.number().int().positive(),
          frames: z.number().int().nonnegative(),
          keyFrames: z.number().int().nonnegative(),
        })
        .nullable()
        .describe('its picture; null: none'),
      audio: z
        .object({ codec: z.string().min(1).max(32).describe('as in RFC 6381, such as opus') })
        .nullable()
        .default(null)
        .describe('its sound; null: none'),
      complete: z
        .boolean()
        .default(true)
        .describe('false: its recorder was killed while it was open, and what could be read of it was kept'),
      late: z
        .boolean()
        .default(false)
        .describe('true: kept by the device while it could not reach us, and brought afterwards'),
      recorder: id.nullable().default(null).describe('the process that recorded it; null: the device itself'),
      recovered: z
        .boolean()
        .default(false)
        .describe('true: found on the disk after a crash; its beginning is known to the second only'),
    })
    .describe('A piece of recording was closed and will not change any more. observedAt is endsAt.'),
  'camera.piece-brought': z
    .object({
      camera,
      piece: pieceId,
      officer: id.describe('whose phone it is'),
      by: actor,
      startsAt: instant.describe('our clock at its beginning, as the phone has it'),
      endsAt: instant,
      uncertaintyMs: z.number().int().nonnegative().describe('the true times are within this of those said'),
      sha256: pieceHash,
      bytes: z.number().int().nonnegative().describe('of the file that the phone sent'),
      type: z.string().max(100).describe('as the phone’s browser calls the file, such as video/mp4;codecs=avc1,mp4a'),
      segment: id.describe('the late segment that was made of it, told by segment.closed in the same breath'),
    })
    .describe('A phone brought a piece that it had kept while it could not reach us. observedAt is when it was here.'),
  'camera.piece-refused': z
    .object({
      camera,
      piece: pieceId,
      officer: id.describe('whose phone it is'),
      by: actor,
      startsAt: instant,
      endsAt: instant,
      sha256: pieceHash,
      why: z
        .enum(['outside-recording', 'too-old', 'too-long', 'hash', 'unreadable', 'length'])
        .describe(
          'outside-recording: no recording of this officer ran then · hash: the bytes are not those announced · unreadable: no picture in it · length: it lasts longer or shorter than said',
        ),
      detail: z.string().max(400).default(''),
    })
    .describe('What a phone brought was not taken, and why.'),
} as const
