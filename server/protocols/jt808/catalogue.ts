import { platformAnswer, terminalAnswer } from './answers.ts'
import { authentication } from './authentication.ts'
import { locationBatch } from './batch.ts'
import { control, temporaryTracking, textDownlink } from './downlink.ts'
import type { Kind } from './kind.ts'
import { confirmAlarm, locationAnswer, locationQuery, locationReport } from './location.ts'
import { parameters, queryParameters, querySomeParameters, setParameters } from './parameters.ts'
import { driverCard, transparentDown, transparentUp } from './passing.ts'
import { heartbeat, logout, timeAnswer, timeQuery } from './presence.ts'
import { registration, registrationAnswer } from './registration.ts'
import { resendRequest, terminalResendRequest } from './resend.ts'

/** Every message whose body we can read and write. */
const kinds = [
  terminalAnswer,
  platformAnswer,
  heartbeat,
  logout,
  timeQuery,
  timeAnswer,
  registration,
  registrationAnswer,
  authentication,
  resendRequest,
  terminalResendRequest,
  parameters,
  setParameters,
  queryParameters,
  querySomeParameters,
  locationReport,
  locationQuery,
  locationAnswer,
  locationBatch,
  temporaryTracking,
  confirmAlarm,
  textDownlink,
  control,
  transparentUp,
  transparentDown,
  driverCard,
] as const

type BodyOf<K> = K extends Kind<infer B> ? B : never
export type KnownBody = BodyOf<(typeof kinds)[number]>

export type Body =
  | KnownBody
  /** One part of a message sent in several; see subpackage.ts. */
  | { readonly type: 'part'; readonly content: Buffer }
  /** A frame in order whose message id is not in the standard, or not used here. */
  | { readonly type: 'unknown'; readonly id: number; readonly content: Buffer }
  /** The frame is in order and its body does not hold what its message must; a fault says what. */
  | { readonly type: 'unreadable'; readonly id: number; readonly content: Buffer }

const byId = new Map<number, Kind<KnownBody>>()
const byType = new Map<string, Kind<KnownBody>>()
for (const kind of kinds) {
  // Each kind is asked only for bodies of its own type, which TypeScript cannot follow through a map.
  byId.set(kind.id, kind as unknown as Kind<KnownBody>)
  byType.set(kind.type, kind as unknown as Kind<KnownBody>)
}
// The printed table of 2011 gives logout this id; its text and all later editions say 0x0003.
byId.set(0x0101, logout as unknown as Kind<KnownBody>)

export const kindOfId = (id: number): Kind<KnownBody> | undefined => byId.get(id)
export const kindOfType = (type: KnownBody['type']): Kind<KnownBody> => byType.get(type)!
