import { word } from '../codec.ts'
import { fact, malformed, nameOf, nothing, type Reading, say, tokenOf } from './reading.ts'

/**
 * A card opened a door. The reader says which way it leads, the register says whose card it is; a card that
 * nobody registered still shows that somebody passed.
 */
const passed =
  (undo: boolean): Reading =>
  (message, bindings) => {
    const token = tokenOf(message, 'AccessPointToken')
    if (token === null) return malformed('AccessPointToken is missing')
    const reader = bindings.reader(message.prefix, token)
    if (!reader) return { is: 'unbound', token: nameOf(message, token) }
    const card = word(message.data.CredentialToken) ?? word(message.data.IdentifierValue)
    if (card === null) return malformed('Data.CredentialToken is missing')
    const held = bindings.holder(card)
    const into = (reader.leads === 'in') !== undo
    return say(
      fact(into ? 'room.entered' : 'room.left', message, {
        room: reader.room,
        who: held?.holder ?? `card:${card}`.slice(0, 128),
        as: held?.as ?? 'other',
        sex: held?.sex ?? null,
        source: 'card',
      }),
    )
  }

const refused: Reading = (message, bindings) => {
  const token = tokenOf(message, 'AccessPointToken')
  if (token === null) return malformed('AccessPointToken is missing')
  const reader = bindings.reader(message.prefix, token)
  return say(
    fact('card.refused', message, {
      reader: nameOf(message, token, reader?.reader),
      room: reader?.room ?? null,
      card: (word(message.data.CredentialToken) ?? word(message.data.IdentifierValue))?.slice(0, 128) ?? null,
      reason: (word(message.data.Reason) ?? message.topic.slice(message.topic.lastIndexOf('/') + 1)).slice(0, 200),
    }),
  )
}

/** Somebody opened a door under threat and used the code that says so. */
const duress: Reading = (message, bindings) => {
  const token = tokenOf(message, 'AccessPointToken')
  if (token === null) return malformed('AccessPointToken is missing')
  const card = word(message.data.CredentialToken)
  const held = card === null ? undefined : bindings.holder(card)
  const carrier = held && (held.as === 'officer' || held.as === 'auxiliary') ? `officer/${held.holder}` : null
  return say(
    fact('device.alarm-raised', message, { device: nameOf(message, token), carrier, alarm: 'emergency-button' }),
  )
}

/** ONVIF Access Control service. */
export const accessTopics: readonly (readonly [string, Reading])[] = [
  ['tns1:AccessControl/AccessGranted/Credential', passed(false)],
  ['tns1:AccessControl/AccessGranted/Identifier', passed(false)],
  ['tns1:AccessControl/AccessGranted/Anonymous', nothing],
  // Granted said it already; only that it was not used after all is news.
  ['tns1:AccessControl/AccessTaken/Credential', nothing],
  ['tns1:AccessControl/AccessTaken/Anonymous', nothing],
  ['tns1:AccessControl/AccessNotTaken/Credential', passed(true)],
  ['tns1:AccessControl/Denied/Credential', refused],
  ['tns1:AccessControl/Denied/Identifier', refused],
  ['tns1:AccessControl/Denied/Anonymous', refused],
  ['tns1:AccessControl/Denied/CredentialNotFound', refused],
  ['tns1:AccessControl/Denied/CredentialNotFound/Card', refused],
  ['tns1:AccessControl/Duress', duress],
]
