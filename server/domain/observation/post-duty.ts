import { z } from 'zod'
import { id, instant, words } from './field.ts'
import { chinaDay } from './person.ts'

/** What somebody is on duty as. */
export const dutyRoles = [
  'leader',
  'officer',
  'standby',
  'window',
  'command',
  'guard',
  'patrol',
  'handover',
  'other',
] as const
export type DutyRole = (typeof dutyRoles)[number]
const role = z
  .enum(dutyRoles)
  .describe(
    'leader 带班领导 · officer 值班民警 · standby 备勤 · window 窗口 · command 指挥调度 · guard 看守、门卫 · patrol 巡逻 · handover 交接 · other',
  )
const unit = id.describe('the unit on duty')
const post = id
  .nullable()
  .default(null)
  .describe('the room (room.registered) or window (window.hours-posted) to be manned; null: nowhere in particular')
const source = z
  .enum(['face', 'badge', 'desk', 'phone', 'radio', 'door', 'camera', 'people-count', 'position', 'queue-system'])
  .describe('what told us; desk: somebody wrote it down')

/** Who must be where, who signed in, who left and who took over; the duty log; drink. */
export const postDutyObservations = {
  'duty.assigned': z
    .object({
      duty: id,
      unit,
      role,
      officer: id,
      post,
      startsAt: instant,
      endsAt: instant,
      backup: id.nullable().default(null).describe('who stands in when the officer cannot'),
    })
    .describe(
      '值班安排. One officer in one role; observedAt is when it was assigned. The same duty again replaces it. Patrols with a beat are shift.scheduled',
    ),
  'duty.cancelled': z.object({ duty: id, unit, reason: z.string().max(400) }).describe('取消值班安排'),
  'duty.swapped': z
    .object({
      duty: id,
      unit,
      from: id.describe('who was to be on duty'),
      to: id.describe('who is instead'),
      sinceAt: instant
        .nullable()
        .default(null)
        .describe('from when on, when the first has begun the duty; null: the whole duty'),
      approvedBy: id.nullable().default(null).describe('null: not stated'),
    })
    .describe('换班、替班'),
  'duty.signed-in': z
    .object({
      duty: id.nullable().default(null).describe('null: whichever the officer has then'),
      officer: id,
      unit,
      post,
      by: source,
      device: id.nullable().default(null),
    })
    .describe('到岗签到; observedAt is when'),
  'duty.signed-out': z
    .object({
      duty: id.nullable().default(null),
      officer: id,
      unit,
      post,
      by: source,
      device: id.nullable().default(null),
    })
    .describe('离岗签退'),
  'duty.handed-over': z
    .object({
      handover: id,
      unit,
      post,
      from: z.array(id).min(1).max(32).readonly().describe('officers who hand over'),
      to: z.array(id).min(1).max(32).readonly().describe('officers who take over'),
      openItems: z.number().int().nonnegative().describe('matters handed over unfinished'),
      personsHeld: z
        .number()
        .int()
        .nonnegative()
        .nullable()
        .describe('persons in custody as counted; null: not counted'),
      propertyChecked: z.boolean().nullable().default(null).describe('case property checked; null: not stated'),
      weaponsChecked: z.boolean().nullable().default(null).describe('weapons and equipment checked; null: not stated'),
      signedBy: z.array(id).max(64).readonly().describe('officers who signed; both sides must'),
    })
    .describe('交接班; observedAt is when the last signature was given'),
  'duty-log.written': z
    .object({
      log: id,
      unit,
      by: id.describe('officer'),
      from: instant.describe('the period it covers'),
      to: instant,
      entries: z.number().int().nonnegative(),
      missing: z
        .array(z.string().max(64))
        .max(32)
        .readonly()
        .default([])
        .describe('names of the fields left empty, as the log calls them'),
    })
    .describe('值班日志'),
  'post.absence-reported': z
    .object({
      absence: id,
      duty: id.nullable().default(null),
      officer: id,
      unit,
      post,
      reason: z.string().max(400).describe('why the post is left'),
      to: id.nullable().default(null).describe('the duty leader it was reported to; null: not stated'),
      substitute: id.nullable().default(null).describe('who stands in; null: nobody'),
      until: instant.nullable().default(null).describe('expected back; null: not stated'),
    })
    .describe('离岗报告; observedAt is when it was reported'),
  'post.absence-ended': z.object({ absence: id, officer: id, unit, post }).describe('返岗'),
  'post.observed': z
    .object({
      post: id.describe('room or window'),
      unit,
      present: z.boolean().describe('whether anybody was at the post'),
      people: z.number().int().nonnegative().nullable().default(null),
      officer: id.nullable().default(null).describe('who, when the source knows'),
      source,
      device: id.nullable().default(null),
    })
    .describe(
      'Whether a post was manned, as a sensor or a person saw it at observedAt. Doors and counters of a registered room speak by room.entered, room.left and room.counted instead',
    ),
  'alcohol.tested': z
    .object({
      test: id,
      officer: id,
      unit: id,
      mgPer100ml: z
        .number()
        .nonnegative()
        .nullable()
        .describe('alcohol in the blood as the breath tester reckons it; null: no valid reading'),
      result: z.enum(['valid', 'declined', 'invalid']).describe('declined: the officer would not blow'),
      device: id.nullable().default(null),
      context: z
        .enum(['sign-in', 'spot-check', 'before-driving', 'with-weapon', 'roll-call', 'other'])
        .describe('sign-in 到岗 · spot-check 抽查 · before-driving 出车前 · with-weapon 领枪携枪'),
    })
    .describe('酒精检测'),
  'attendance.recorded': z
    .object({
      officer: id,
      unit: id,
      day: chinaDay,
      state: z
        .enum(['present', 'absent', 'overdue', 'leave', 'off', 'official'])
        .describe(
          'absent 旷工 · overdue: an official trip or leave has ended and the officer is not back without good reason 逾期不归 · off: not a working day of theirs · official 公差',
        ),
      by: id.nullable().default(null).describe('who certified it'),
    })
    .describe('考勤: one officer, one day; the same day again replaces it'),
  'leader.appointed': z
    .object({
      appointment: id,
      officer: id,
      unit: id.describe('the unit led'),
      office: z
        .enum(['chief', 'daily', 'political', 'deputy'])
        .describe('chief 主要领导 · daily 主持日常工作的副职 · political 政治主官 · deputy 其他副职'),
      startsAt: instant,
      endsAt: instant.nullable().default(null),
    })
    .describe('任职: who leads a unit, from when; the same appointment again replaces it'),
  'major-event.occurred': z
    .object({
      event: id,
      unit: id,
      of: z
        .enum([
          'officer-casualty',
          'gun-case',
          'public-opinion',
          'mass-incident',
          'death-in-custody',
          'escape',
          'weapon-lost',
          'major-accident',
          'other',
        ])
        .describe('what kind of event'),
      title: words,
    })
    .describe('重大事项发生; observedAt is when the unit came to know of it'),
  'major-event.reported': z
    .object({
      event: id,
      unit: id,
      to: id.describe('unit it was reported to'),
      by: id.nullable().default(null),
      means: z.enum(['telephone', 'system', 'written', 'in-person']),
    })
    .describe('重大事项报告'),
} as const
