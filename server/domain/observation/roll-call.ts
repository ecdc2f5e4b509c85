import { z } from 'zod'
import { behalfChannels, callChannels, excuseReasons, hindrances, rollCallPosts } from '../roll-call/words.ts'
import { actor, carrier, id, instant, lngLat, words } from './field.ts'
import { chinaDay } from './person.ts'
import { radioId } from './radio.ts'

const cycle = id.describe('the roll-call')
const target = id.describe(
  'who is called, the same in every roll-call: `<post>:<carrier>`, such as `leader:officer/P01`, `patrol:vehicle/C01`, or `duty-room:<radio>`',
)
const row = { cycle, target }
const post = z
  .enum(rollCallPosts)
  .describe(
    'leader 值班领导 · officer 值班民警 · standby 备勤 · patrol 巡逻 · duty-room the fixed radio of a duty room 值班室',
  )
const minuteOfDay = z.number().int().min(0).max(1439)
const hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** How often and how patiently is called. Every value is the bureau's own; null leaves it to the wider layer. */
export const cadenceValues = z.object({
  scheduled: z.boolean().nullable().default(null).describe('whether roll-calls are held by themselves'),
  everyMinutes: z.number().int().min(5).max(1440).nullable().default(null).describe('from one to the next'),
  anchorMinute: minuteOfDay
    .nullable()
    .default(null)
    .describe('minute of the China day from which they are counted, forwards and backwards'),
  randomMinutes: z
    .number()
    .int()
    .min(0)
    .max(720)
    .nullable()
    .default(null)
    .describe('it opens at a moment drawn within so many minutes of the time; 0: at the time'),
  quietFromMinute: minuteOfDay.nullable().default(null).describe('minute of the China day from which none begins'),
  quietToMinute: minuteOfDay
    .nullable()
    .default(null)
    .describe('minute from which they begin again; the same as quietFromMinute: no quiet hours'),
  called: z
    .boolean()
    .nullable()
    .default(null)
    .describe('whether the post is called; standby is not, unless this says so'),
  firstSeconds: z.number().int().min(5).max(900).nullable().default(null).describe('window of the first call'),
  retrySeconds: z.number().int().min(5).max(1800).nullable().default(null).describe('window of each further call'),
  tries: z.number().int().min(1).max(10).nullable().default(null).describe('calls before it counts as missed'),
  keepOpenMinutes: z
    .number()
    .int()
    .min(0)
    .max(240)
    .nullable()
    .default(null)
    .describe('how long it stays open after the last window for who is missed or could not be heard'),
  escalateAfter: z
    .number()
    .int()
    .min(2)
    .max(20)
    .nullable()
    .default(null)
    .describe('missed in so many roll-calls in a row: a finding of a higher grade'),
})

/**
 * 呼点: who was called, how, and what was heard. An answer by radio is `radio.checked` with the request of the call, one
 * by vehicle terminal is `device.answered` to a `locate`; only an answer given on the phone's page is told here.
 */
export const rollCallObservations = {
  'roll-call.cadence-set': z
    .object({
      unitKind: z.string().max(32).nullable().default(null).describe('kind of unit.registered; null: every kind'),
      unit: id.nullable().default(null).describe('null: every unit'),
      post: post.nullable().default(null).describe('null: every post'),
      day: chinaDay.nullable().default(null).describe('on this China day only; null: every day'),
      values: cadenceValues.describe('what this layer says; it replaces what the same layer said before'),
      validFrom: instant.describe('from when on; never before it was set'),
      by: actor,
      role: id.describe('the role in which they acted'),
      reason: words,
    })
    .describe(
      'One layer of the local settings of roll-calls. What is narrower holds: a day before a post before a unit before a kind of unit before the whole bureau.',
    ),
  'roll-call.draw-committed': z
    .object({ day: chinaDay, commitment: hex32.describe('SHA-256 of the seed, told before the day’s first roll-call') })
    .describe('The secret seed from which the day’s random moments are drawn was fixed.'),
  'roll-call.draw-published': z
    .object({ day: chinaDay, seed: hex32.describe('the seed itself: whoever has it can draw the moments again') })
    .describe('The day is over and its seed may be known.'),
  'roll-call.opened': z
    .object({
      cycle,
      mode: z.enum(['fixed', 'random', 'on-demand']).describe('random: at a moment drawn within the window'),
      by: actor,
      units: z.array(id).min(1).max(500).readonly().describe('whose people are called'),
      slot: z
        .object({ from: instant, to: instant })
        .readonly()
        .nullable()
        .describe('the time it was due, to the end of its window; null: on demand'),
      drawnAt: instant.nullable().describe('the moment that was drawn; null: none was'),
      keepOpenMinutes: z.number().int().min(0).max(240).describe('how long it stays open after the last window'),
      reason: words.nullable().describe('why it was held on demand'),
    })
    .describe('A roll-call began.'),
  'roll-call.listed': z
    .object({
      ...row,
      unit: id,
      post,
      carrier: carrier.nullable().describe('null for a fixed radio'),
      room: id.nullable().describe('the room where they are to be; null: nowhere in particular'),
      officers: z.array(id).max(16).readonly().describe('who is on duty there by the roster'),
      channels: z
        .array(
          z
            .object({
              channel: z.enum(callChannels).describe('radio, vehicle terminal, or the phone’s page'),
              device: id.nullable(),
            })
            .readonly(),
        )
        .max(8)
        .readonly()
        .describe('how they can be called; device is null for a phone’s page'),
      firstSeconds: z.number().int().min(1).describe('window of the first call'),
      retrySeconds: z.number().int().min(1).describe('window of each further call'),
      tries: z.number().int().min(1).describe('calls before it counts as missed'),
      escalateAfter: z.number().int().min(2).describe('missed in so many roll-calls in a row: a graver finding'),
    })
    .describe('Someone is on the list of a roll-call, with the settings that hold for them.'),
  'roll-call.called': z
    .object({
      ...row,
      try: z.number().int().min(1).describe('1 is the first call; a call on another channel is the same try'),
      channel: z.enum(callChannels).describe('radio, vehicle terminal, or the phone’s page'),
      device: id.nullable(),
      request: id.nullable().describe('request of the radio check; the answer bears it'),
      until: instant.describe('end of the window'),
      by: actor,
    })
    .describe('They were called.'),
  'roll-call.retry-asked': z
    .object({ ...row, by: actor })
    .describe('Somebody asked that they be called once more. Whatever came of the calls before no longer stands.'),
  'roll-call.hindered': z
    .object({
      ...row,
      because: z
        .enum(hindrances)
        .describe(
          'no-device: there is nothing to call them by · channel-down: gateway or site lost · not-connected: the vehicle terminal or the phone’s page is not connected · out-of-coverage: last seen where no site reaches · interrupted: our own server was away',
        ),
    })
    .describe(
      'They cannot be called, or the call under way can no longer be heard: until they are called again, silence says nothing of them.',
    ),
  'roll-call.window-ended': z
    .object({ ...row, try: z.number().int().min(1).describe('which of the calls') })
    .describe('The window of a call ran out, the channel worked all the while, and nothing was heard.'),
  'roll-call.answered': z
    .object({
      ...row,
      officer: id.describe('whose page it was'),
      by: actor.describe('the account'),
      place: lngLat.nullable().describe('WGS-84, as the phone says; null: it does not'),
      accuracyM: z.number().nonnegative().nullable().describe('radius of the error circle; null: not said'),
    })
    .describe('They answered on the phone’s page; observedAt is our clock when it came in.'),
  'roll-call.answered-on-behalf': z
    .object({
      ...row,
      channel: z.enum(behalfChannels).describe('how it was told'),
      radio: radioId
        .nullable()
        .default(null)
        .describe(
          'told by voice over a radio: the one whose number the dispatcher showed; null: not by radio, or not seen',
        ),
      headcount: z.number().int().nonnegative().describe('how many were found there'),
      words: words.describe('what was said, verbatim'),
      by: actor.describe('who took it down'),
      privateNote: z
        .string()
        .trim()
        .max(4000)
        .nullable()
        .default(null)
        .describe('for the supervisors only; the unit never sees it'),
    })
    .describe('Somebody answered for them.'),
  'roll-call.excused': z
    .object({
      ...row,
      because: z
        .enum(excuseReasons)
        .describe(
          'standby 备勤 · leave 请假 · off-shift 不在班 · on-order 出警 · approved-task 批准任务 · absence-reported 已报告离岗 · other',
        ),
      words: words.nullable().default(null).describe('more about it'),
      by: actor.describe('`system` for standby, who are not called unless set otherwise'),
    })
    .describe('They need not answer this time.'),
  'roll-call.closed': z
    .object({
      cycle,
      by: actor,
      because: z.enum(['complete', 'time', 'by-hand']).describe('complete: everybody answered or is excused'),
    })
    .describe('The roll-call is over.'),
} as const
