import { common, joined, stretchOf, without } from '../../domain/duty/spans.ts'
import type { roomKinds } from '../../domain/observation/case-area.ts'
import type { Moment } from '../define-rule.ts'
import { sensorKinds } from './acts.ts'
import type { Seen } from './stretches.ts'
import { isBlind } from './watch.ts'

/** What tells who is in a room, and whether anybody would have been seen. */
export const aloneKinds = ['room.entered', 'room.left', 'person.departed', ...sensorKinds] as const

/**
 * When somebody held was in a room of these kinds with no officer or auxiliary, as doors and badges tell. Only
 * while a working reader would have told of one: a badge nobody could read is no absence.
 */
export const leftAlone = (
  room: string,
  kinds: readonly (typeof roomKinds)[number][],
  { now, register: { custody } }: Pick<Moment<unknown>, 'now' | 'register'>,
): Seen => {
  const registered = custody.room(room)
  if (!registered || !kinds.includes(registered.kind)) return { stretches: [] }
  const presence = custody.presence(room)
  const held = presence.filter((p) => p.as === 'held')
  const guards = presence.filter((p) => p.as === 'officer' || p.as === 'auxiliary').map(stretchOf)
  const alone = without(held.map(stretchOf), guards)
  const known = common(alone, joined(custody.watched(room, 'badges').map(stretchOf)))
  return {
    stretches: known.map((s) => {
      const who = held.filter((p) => p.from <= s.from && s.from < (p.to ?? Number.POSITIVE_INFINITY))
      return {
        ...s,
        seen: who.flatMap((p) => p.evidence),
        unit: registered.unit,
        facts: { room, person: who[0]?.who ?? null, people: who.length },
      }
    }),
    missing: isBlind(alone, known, now) ? 'sensor.installed watches badges' : undefined,
  }
}
