import type { DataOf, Observation, ObservationKind } from '../../../domain/observation/index.ts'
import type { Bindings } from '../bindings.ts'
import { type Message, word } from '../codec.ts'

/** What one message came to. */
export type Heard =
  | { readonly is: 'observations'; readonly observations: readonly Observation[] }
  /** The token is registered nowhere: the message cannot be put to a room. */
  | { readonly is: 'unbound'; readonly token: string }
  /** A field is missing or holds something outside its list. */
  | { readonly is: 'malformed'; readonly detail: string }

export type Reading = (message: Message, bindings: Bindings) => Heard

export const say = (...observations: readonly Observation[]): Heard => ({ is: 'observations', observations })
/** A topic we know and have nothing to keep of, beyond the bytes. */
export const nothing: Reading = () => say()
export const malformed = (detail: string): Heard => ({ is: 'malformed', detail })

export const fact = <K extends ObservationKind>(kind: K, message: Message, data: DataOf<K>): Observation =>
  ({ kind, observedAt: message.utcTime, data }) as Observation

/** The token of the source, from the payload or, when that leaves it out, from the topic. */
export const tokenOf = (message: Message, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const token = word(message.source[name])
    if (token) return token
  }
  return message.values[0] ? message.values[0] : null
}

/** Our name of a device: the registered one, or prefix and token. */
export const nameOf = ({ prefix }: Message, token: string, registered?: string): string =>
  (registered ?? `${prefix}/${token}`).slice(0, 128)
