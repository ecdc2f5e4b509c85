import { type Observation, parseObservation } from '../../domain/observation/index.ts'
import type { Bindings } from './bindings.ts'
import type { Message } from './codec.ts'
import { accessTopics } from './topics/access.ts'
import { alarmTopics } from './topics/alarm.ts'
import { caseAreaTopics } from './topics/case-area.ts'
import type { Heard, Reading } from './topics/reading.ts'
import { recorderTopics } from './topics/recorder.ts'

const readings: ReadonlyMap<string, Reading> = new Map([
  ...recorderTopics,
  ...accessTopics,
  ...alarmTopics,
  ...caseAreaTopics,
])

/** Every topic we take, as docs/intake.md lists them. */
export const topics: readonly string[] = [...readings.keys()]

export type Observed =
  | Heard
  /** A topic that is not in the table. */
  | { readonly is: 'unknown-topic' }

/**
 * What a message of a room device says in our words; the only place that knows both vocabularies. A token that
 * nobody registered, or a value outside its list, is said so and never guessed at.
 */
export const observe = (message: Message, bindings: Bindings): Observed => {
  const reading = readings.get(message.topic)
  if (!reading) return { is: 'unknown-topic' }
  const heard = reading(message, bindings)
  if (heard.is !== 'observations') return heard
  // Names that a device makes up may be longer than any register allows.
  for (const one of heard.observations) {
    const parsed = parseObservation(one)
    if (parsed.is === 'fault') return { is: 'malformed', detail: parsed.problem }
  }
  return heard
}

/**
 * A retained message that a broker hands over when we subscribe: a state that already held, since `utcTime`.
 * It is kept as such and never becomes an occurrence.
 */
export const observeState = (message: Message, bindings: Bindings): Observation => {
  const token = message.values[0] ?? String(Object.values(message.source)[0] ?? '')
  const device = token === '' ? message.prefix : `${message.prefix}/${token}`
  return {
    kind: 'device.state-found',
    observedAt: message.utcTime,
    data: {
      device: device.slice(0, 128),
      topic: message.topic,
      room: bindings.sensor(message.prefix, token)?.room ?? bindings.reader(message.prefix, token)?.room ?? null,
      state: message.data,
    },
  }
}
