import { z } from 'zod'
import { id, text } from './field.ts'

export const roomKinds = [
  'waiting-room',
  'holding-room',
  'interrogation-room',
  'questioning-room',
  'check-room',
  'identification-room',
  'sobering-room',
  'office',
  'hall',
  'cell',
  'duty-room',
  'lawyer-room',
  'other',
] as const
export const facilityKinds = [
  'station',
  'case-centre',
  'bureau',
  'detention-house',
  'lockup',
  'drug-rehabilitation',
  'other',
] as const
export const occupantKinds = [
  'held',
  'officer',
  'auxiliary',
  'doctor',
  'lawyer',
  'guardian',
  'interpreter',
  'family',
  'other',
] as const
export type OccupantKind = (typeof occupantKinds)[number]
/** What a sensor can tell of a room or a gate, and what a business system feeds us. */
export const watchKinds = [
  'entry',
  'badges',
  'people-count',
  'recording',
  'gate',
  'restraints',
  'guard',
  'notices',
  'care',
  'belongings',
  'checks',
  'rights',
  'duty',
  'attendance',
  'windows',
  'conferences',
  'body-cameras',
  'lights',
  'drivers',
] as const
export type WatchKind = (typeof watchKinds)[number]

const room = id.describe('our id of the room')
const passage = {
  room,
  who: id.describe('for as "held": the person id; for officer and auxiliary: the officer id; otherwise any id'),
  as: z
    .enum(occupantKinds)
    .describe('held: the person held or questioned · officer 人民警察 · auxiliary 警务辅助人员 · …'),
  sex: z.enum(['male', 'female']).nullable().default(null).describe('as the badge or wristband says; null: look it up'),
  source: z.enum(['card', 'wristband', 'camera', 'guard', 'paper']).default('card'),
}

/** Rooms, doors, badges and the sensors that see them. */
export const caseAreaObservations = {
  'room.registered': z.object({
    room,
    name: text,
    unit: id.describe('the unit that answers for the room'),
    kind: z
      .enum(roomKinds)
      .describe(
        'waiting-room 候问室 (stations only) · holding-room 等候室 of a case centre · interrogation-room 讯问室 · questioning-room 询问室 · check-room 人身检查室 · cell 监室 · lawyer-room 律师会见室: never with sound …',
      ),
    facility: z
      .enum(facilityKinds)
      .describe('station 派出所 · case-centre 办案中心 · bureau · detention-house 看守所 · lockup 拘留所 · …'),
    area: id.nullable().default(null).describe('the case area (办案区) it belongs to; null: outside any'),
    areaCode: z.string().max(32).nullable().default(null).describe('GA/T 2000.146 code of the functional area'),
    standard: z
      .boolean()
      .nullable()
      .default(null)
      .describe('part of a 规范设置、严格管理的执法办案场所; null: not stated'),
    waitingRoomApproved: z
      .boolean()
      .nullable()
      .default(null)
      .describe('候问室: approved and accepted by the city-level bureau; null: not stated'),
    usableAreaM2: z.number().positive().nullable().default(null),
    heightM: z.number().positive().nullable().default(null),
    fixedSeat: z.boolean().nullable().default(null),
    rightsDisplayed: z.boolean().nullable().default(null).describe('rules and rights on the wall'),
  }),
  'room.entered': z.object(passage),
  'room.left': z.object(passage),
  'room.counted': z.object({
    room,
    people: z.number().int().nonnegative().describe('people seen by a camera at observedAt'),
  }),
  'room.patrolled': z.object({ room, officer: id.describe('who looked in: guard-tour tag or duty log') }),
  'sensor.installed': z.object({
    sensor: id,
    watches: z
      .array(z.enum(watchKinds))
      .min(1)
      .max(24)
      .readonly()
      .describe(
        'entry: every held person in and out · badges: every officer and auxiliary in and out · people-count · recording: whether audio and video are kept · gate · restraints: cabinet · guard: guard-tour tags. A business system is declared the same way, with room null: notices (to family and others), care (meals, rest, bedding), belongings, checks (safety checks), rights, duty (sign-in, handover, log, reports of leaving a post), attendance, windows (queue system), conferences, body-cameras (issue, recording, docking, upload; one camera may be declared, too, under its device id), lights (lights and siren of vehicles), drivers. A window is watched like a room: its id stands in `room`. Where the law gives no number, only what a working declared source feeds can be missed; without one the rule says unknown',
      ),
    room: room.nullable().default(null),
    owner: id.describe('the unit that must keep it working'),
  }),
  'sensor.failed': z.object({
    sensor: id,
    fault: z
      .enum(['offline', 'unreachable', 'video-loss', 'covered', 'no-audio', 'storage', 'tamper', 'clock', 'other'])
      .describe(
        'offline: the device went away while we could hear it · unreachable: we, or the road to it, were away (a restart, the broker); nothing is seen by it meanwhile, and nothing is known of the device itself until it is heard or fails to come back',
      ),
  }),
  'sensor.restored': z.object({ sensor: id }),
  'clock.compared': z.object({
    device: id.describe('recorder, door controller, case system'),
    room: room.nullable().default(null),
    owner: id.describe('the unit that answers for its clock'),
    offsetMs: z.number().int().describe('its clock minus ours'),
  }),
} as const
