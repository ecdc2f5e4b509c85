import { z } from 'zod'
import { readJson } from '../json-text.ts'

/**
 * ONVIF Core Specification, "MQTT JSON event" (`onvif-ej`): ONVIF event topics carried over MQTT 3.1.1.
 *
 *   topic    <prefix>/onvif-ej/<topic without tns1:>[/&<source value>[/<source value>…]]
 *            site640121/room03/onvif-ej/RecordingConfig/JobState/&job-room03
 *            └──── prefix ───┘          └────── topic ─────────┘ └ source ─┘
 *   payload  {"UtcTime":"2026-03-15T01:30:00Z","Source":{"RecordingJobToken":"job-room03"},"Data":{"State":"Active"}}
 *
 * The prefix may hold slashes. Topics of another namespace keep its alias (`ya:Room/Occupancy`).
 * Numbers and booleans may be written with or without quotes.
 */
export type Item = string | number | boolean
export type Items = Readonly<Record<string, Item>>

export interface Message {
  readonly prefix: string
  /** With its namespace: `tns1:RecordingConfig/JobState`, `ya:Room/Occupancy`. */
  readonly topic: string
  /** Source values as they stand in the topic; may be empty although `source` is not. */
  readonly values: readonly string[]
  /** Milliseconds since the epoch, by the device's clock. */
  readonly utcTime: number
  readonly source: Items
  readonly data: Items
}

export interface Topic {
  readonly prefix: string
  readonly topic: string
  readonly values: readonly string[]
}

export interface Fault {
  readonly problem: 'topic' | 'not-utf8' | 'not-json' | 'payload'
  readonly detail: string
}

export interface Decoded {
  readonly messages: readonly Message[]
  readonly faults: readonly Fault[]
}

const MARK = '/onvif-ej/'
const VALUES = '/&'
const level = /^(?:[A-Za-z][\w.-]*:)?[A-Za-z_][\w.-]*$/

/** Takes an MQTT topic apart; a fault when it is none of `onvif-ej`. Wildcards never occur in a publish. */
export const decodeTopic = (topic: string): Topic | Fault => {
  const at = topic.indexOf(MARK)
  if (at <= 0) return { problem: 'topic', detail: `no <prefix>${MARK}<topic> in ${topic.slice(0, 200)}` }
  const rest = topic.slice(at + MARK.length)
  const cut = rest.indexOf(VALUES)
  const name = cut < 0 ? rest : rest.slice(0, cut)
  const levels = name.split('/')
  if (!levels.every((one) => level.test(one))) return { problem: 'topic', detail: `${name.slice(0, 200)} is no topic` }
  return {
    prefix: topic.slice(0, at),
    topic: levels[0]!.includes(':') ? name : `tns1:${name}`,
    values: cut < 0 ? [] : rest.slice(cut + VALUES.length).split('/'),
  }
}

const item = z.union([z.string().max(1024), z.number(), z.boolean()])
const payloadSchema = z.looseObject({
  // xs:dateTime in UTC; a time without a zone cannot be told from local time and is not guessed at.
  UtcTime: z.iso.datetime({ offset: true, error: 'must be a time with its zone, such as 2026-03-15T01:30:00Z' }),
  Source: z.record(z.string().max(64), item).optional(),
  Data: z.record(z.string().max(64), item).optional(),
})

const fault = (problem: Fault['problem'], detail: string): Decoded => ({ messages: [], faults: [{ problem, detail }] })

/** Reads one publish. Never throws. */
export const decode = (topic: string, payload: Uint8Array): Decoded => {
  const where = decodeTopic(topic)
  if ('problem' in where) return { messages: [], faults: [where] }
  const json = readJson(payload)
  if ('problem' in json) return fault(json.problem, json.detail)
  const read = payloadSchema.safeParse(json.value)
  if (!read.success)
    return fault('payload', read.error.issues.map((i) => `${i.path.join('.') || 'payload'}: ${i.message}`).join('; '))
  const { UtcTime, Source, Data } = read.data
  return {
    messages: [{ ...where, utcTime: Date.parse(UtcTime), source: Source ?? {}, data: Data ?? {} }],
    faults: [],
  }
}

export interface Written {
  readonly topic: string
  readonly payload: Uint8Array
}

/** Writes one publish; the source values go into the topic as well. */
export const encode = (message: Omit<Message, 'values'>): Written => {
  const name = message.topic.replace(/^tns1:/, '')
  const values = Object.values(message.source).map(String)
  const suffix = values.length > 0 ? `${VALUES}${values.join('/')}` : ''
  const body = { UtcTime: new Date(message.utcTime).toISOString(), Source: message.source, Data: message.data }
  return {
    topic: `${message.prefix}${MARK}${name}${suffix}`,
    payload: new TextEncoder().encode(JSON.stringify(body)),
  }
}

/** A truth value, quoted or not; null when the device left it out or wrote something else. */
export const truth = (value: Item | undefined): boolean | null => {
  if (value === true || value === 'true' || value === '1' || value === 1) return true
  if (value === false || value === 'false' || value === '0' || value === 0) return false
  return null
}

/** A word, trimmed; null when empty or absent. Numbers are taken as they are written. */
export const word = (value: Item | undefined): string | null => {
  const text = value === undefined ? '' : String(value).trim()
  return text === '' ? null : text
}

/** A number, quoted or not; null when it is none. */
export const number = (value: Item | undefined): number | null => {
  if (value === undefined || typeof value === 'boolean' || value === '') return null
  const n = Number(value)
  return Number.isFinite(n) ? n : null
}

/** A time with its zone; null when absent or without one. */
export const instant = (value: Item | undefined): number | null => {
  const read = z.iso.datetime({ offset: true }).safeParse(value)
  return read.success ? Date.parse(read.data) : null
}
