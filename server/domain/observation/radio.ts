import { z } from 'zod'
import { carrier, id, lngLat, polygon, text } from './field.ts'

export const radioMakes = ['hytera', 'motorola', 'tetra', 'other'] as const
export type RadioMake = (typeof radioMakes)[number]

/**
 * A radio is `<make>:<network>-<number>`: network is what the system puts before the number on the air (Hytera: the
 * subnet byte, 10; Motorola: the CAI byte, 12; TETRA: country and network code), number is the radio's own (24 bits;
 * TETRA: the ISSI).
 */
export const radioId = z
  .string()
  .regex(
    /^(hytera|motorola|tetra|other):\d{1,8}-\d{1,10}$/,
    'must be <make>:<network>-<number>, such as hytera:10-2308195',
  )
/** A talkgroup is written like a radio with a `g` before its number. */
export const talkgroupId = z
  .string()
  .regex(
    /^(hytera|motorola|tetra|other):\d{1,8}-g\d{1,10}$/,
    'must be <make>:<network>-g<number>, such as hytera:10-g10000',
  )

const radio = radioId.describe('`<make>:<network>-<number>`, such as `hytera:10-2308195`')
const make = z.enum(radioMakes).describe('whose protocol the system speaks; other: by an adapter of the bureau’s own')
const gateway = id.describe('the trunking gateway, as its configuration names it')
const site = id
  .nullable()
  .default(null)
  .describe('the radio site (base station, repeater) that carried it; null: the dispatcher does not say')
const request = id.nullable().default(null).describe('the request it answers; null: it came unasked')

/** What was heard of a handset that calls for help. */
export const emergencyKinds = ['button', 'man-down', 'lone-worker', 'other'] as const

/**
 * 350 MHz trunking: what radios and their dispatcher told. A repeater's acknowledgement says nothing of a radio and
 * makes no entry; silence of a radio while its channel is down says nothing of a person.
 */
export const radioObservations = {
  'trunk.installed': z
    .object({
      gateway,
      make,
      name: text,
      owner: id.describe('the unit that must keep the dispatcher, its line and its sites working'),
    })
    .describe('A trunking gateway: our line to the dispatcher or repeaters of one radio system.'),
  'radio-site.registered': z
    .object({
      site: id.describe('our id of the site'),
      gateway,
      name: text,
      place: lngLat.nullable(),
      coverage: polygon.nullable().describe('where a radio is expected to reach it; null: not known'),
    })
    .describe('A radio site (base station or repeater). The same site again replaces it.'),
  'talkgroup.registered': z
    .object({
      talkgroup: talkgroupId.describe('`<make>:<network>-g<number>`, such as `hytera:10-g10000`'),
      gateway,
      name: text,
      unit: id.nullable().describe('the unit it belongs to; null: shared'),
    })
    .describe('A talkgroup (通话组).'),
  'radio.assigned': z
    .object({
      radio,
      make,
      gateway,
      carrier: carrier.nullable().describe('who or what carries it; null for a fixed radio and one in store'),
      post: id
        .nullable()
        .default(null)
        .describe('for a fixed radio: the room id of the duty room or service window it stands in'),
      unit: id.describe('the unit that must keep the equipment working'),
      talkgroups: z.array(talkgroupId).max(32).readonly().default([]).describe('it is set to'),
    })
    .describe(
      'A radio was handed to a carrier or put up at a post. It thereby is on the list of those we listen to (as by device.bound); the same radio again replaces it.',
    ),
  'radio.registered': z
    .object({ radio, gateway, site })
    .describe('The radio itself registered with the system (HDAP RRS 0x0003, ARS), or renewed its registration.'),
  'radio.left': z
    .object({
      radio,
      gateway,
      site,
      why: z
        .enum(['went-off', 'not-renewed'])
        .describe('went-off: it said so itself · not-renewed: its registration ran out unrenewed'),
    })
    .describe('The radio is no longer registered.'),
  'radio.checked': z
    .object({
      radio,
      gateway,
      site,
      request,
      online: z.boolean().describe('what the radio, or the system for it, answered; silence makes no such entry'),
    })
    .describe(
      'Answer to a radio check (HDAP RRS 0x0082, ARS query response; or a location report that bears the number of the call’s own request, and then perhaps by another radio than the one called): a radio’s own, never the repeater’s acknowledgement.',
    ),
  'radio.check-unanswered': z
    .object({
      radio,
      gateway,
      site,
      request,
      tries: z.number().int().nonnegative().describe('how often it was called'),
      why: z
        .enum(['no-answer', 'channel-lost', 'not-sent'])
        .describe(
          'no-answer: the channel worked and nothing came · channel-lost: the dispatcher was lost meanwhile · not-sent: it could not be called',
        ),
    })
    .describe('The gateway gave up a radio check. A fact about the call, not about the person.'),
  'radio.texted': z
    .object({
      radio: radio.describe('who sent it'),
      gateway,
      to: z.union([radioId, talkgroupId, z.literal('dispatcher')]).describe('a radio, a talkgroup, or us'),
      text: z.string().max(2000).describe('verbatim; may be empty'),
    })
    .describe('A radio sent a text message.'),
  'radio.text-delivered': z
    .object({
      to: z.union([radioId, talkgroupId]).describe('the radio or talkgroup it went to'),
      gateway,
      request,
      delivered: z.boolean().describe('the radio itself acknowledged it'),
      why: z.string().max(200).nullable().describe('why not; null when delivered'),
    })
    .describe('How a text that we sent ended: acknowledged by the radio, refused, or never acknowledged.'),
  'radio.emergency': z
    .object({
      radio,
      gateway,
      site,
      kind: z.enum(emergencyKinds).describe('man-down: it lies · lone-worker: its owner did not answer it'),
      place: lngLat.nullable().describe('WGS-84; null when the radio had no fix'),
    })
    .describe('Somebody pressed the emergency button of a radio, or the radio raised it by itself.'),
  'trunk.lost': z
    .object({
      gateway,
      site: site.describe('the one site that is lost; null: the whole gateway'),
      why: z.string().describe('what was seen of it'),
    })
    .describe('The dispatcher, or one site of it, does not answer: its radios cannot be observed.'),
  'trunk.restored': z
    .object({ gateway, site: site.describe('the one site that is back; null: the whole gateway') })
    .describe('It answers: also said when the gateway reaches it for the first time.'),
} as const
