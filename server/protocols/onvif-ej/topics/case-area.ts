import { observationSchemas } from '../../../domain/observation/index.ts'
import { restraintKinds } from '../../../domain/observation/restraint.ts'
import { number, truth, word } from '../codec.ts'
import { fact, malformed, nameOf, type Reading, say, tokenOf } from './reading.ts'

/*
 * Topics of our own, alias `ya`: ONVIF has none for wristbands, people counts, restraint cabinets and disc
 * burning. Same topic form, same payload; docs/intake.md says that they are ours.
 */

/** `Data.Room`: where the wristband is now; empty when it left every room. `Data.Previous`: where it was. */
const location: Reading = (message, bindings) => {
  const token = tokenOf(message, 'WristbandToken')
  if (token === null) return malformed('WristbandToken is missing')
  const worn = bindings.wristband(token)
  if (!worn) return { is: 'unbound', token }
  const [room, previous] = [word(message.data.Room), word(message.data.Previous)]
  const strange = [room, previous].find((one) => one !== null && !bindings.room(one))
  if (strange) return { is: 'unbound', token: strange }
  if (room === null && previous === null) return malformed('Data.Room or Data.Previous is needed')
  const passage = { who: worn.person, as: 'held', sex: worn.sex, source: 'wristband' } as const
  return say(
    ...(previous !== null && previous !== room ? [fact('room.left', message, { ...passage, room: previous })] : []),
    ...(room === null ? [] : [fact('room.entered', message, { ...passage, room })]),
  )
}

const strap: Reading = (message, bindings) => {
  const token = tokenOf(message, 'WristbandToken')
  const cut = truth(message.data.Tamper)
  if (token === null) return malformed('WristbandToken is missing')
  if (cut === null) return malformed('Data.Tamper: true or false')
  const worn = bindings.wristband(token)
  const data = { wristband: token, person: worn?.person ?? null, stay: worn?.stay ?? null }
  return say(fact('wristband.tampered', message, { ...data, state: cut ? 'cut' : 'whole' }))
}

/** A camera's count of people. */
const occupancy: Reading = (message, bindings) => {
  const token = tokenOf(message, 'RoomToken', 'CounterToken')
  const people = number(message.data.People)
  if (token === null) return malformed('RoomToken is missing')
  if (people === null || !Number.isInteger(people) || people < 0) return malformed('Data.People: 0, 1, 2 …')
  const room = bindings.room(token)?.room ?? bindings.sensor(message.prefix, token)?.room
  return room ? say(fact('room.counted', message, { room, people })) : { is: 'unbound', token }
}

/** A guard touched the tour tag of a room. */
const tour: Reading = (message, bindings) => {
  const token = tokenOf(message, 'RoomToken', 'TagToken')
  const card = word(message.data.CredentialToken)
  if (token === null || card === null) return malformed('RoomToken and Data.CredentialToken are needed')
  const room = bindings.room(token)?.room ?? bindings.sensor(message.prefix, token)?.room
  const held = bindings.holder(card)
  if (!room || !held) return { is: 'unbound', token: room ? card : token }
  return say(fact('room.patrolled', message, { room, officer: held.holder }))
}

const how = observationSchemas['person.arrived'].shape.how.def.innerType.options
const departed = observationSchemas['person.departed'].shape.how.def.innerType.options

/** The gate of the case area: a held person comes or goes. */
const gate: Reading = (message, bindings) => {
  const token = tokenOf(message, 'GateToken')
  const [stay, person] = [word(message.data.Stay), word(message.data.Person)]
  if (token === null || stay === null || person === null)
    return malformed('GateToken, Data.Stay, Data.Person are needed')
  const sensor = bindings.sensor(message.prefix, token)
  if (!sensor) return { is: 'unbound', token: nameOf(message, token) }
  const why = word(message.data.How)
  if (message.data.Direction === 'In')
    return say(
      fact('person.arrived', message, {
        stay,
        person,
        unit: sensor.owner,
        source: 'gate',
        how: how.find((one) => one === why) ?? 'other',
      }),
    )
  if (message.data.Direction === 'Out')
    return say(
      fact('person.departed', message, {
        stay,
        person,
        source: 'gate',
        // A gate that does not know why says so; that somebody is free is for the papers to say.
        how: departed.find((one) => one === why) ?? 'other',
      }),
    )
  return malformed('Data.Direction: In or Out')
}

const actions: Readonly<Record<string, 'taken' | 'put-back'>> = { Taken: 'taken', PutBack: 'put-back' }

const cabinet: Reading = (message, bindings) => {
  const token = tokenOf(message, 'CabinetToken')
  const item = word(message.data.Item)
  const action = actions[word(message.data.Action) ?? '']
  if (token === null || item === null) return malformed('CabinetToken and Data.Item are needed')
  if (!action) return malformed('Data.Action: Taken or PutBack')
  const sensor = bindings.sensor(message.prefix, token)
  const card = word(message.data.CredentialToken)
  return say(
    fact('cabinet.moved', message, {
      cabinet: nameOf(message, token, sensor?.sensor),
      room: sensor?.room ?? null,
      item: item.slice(0, 128),
      kind: restraintKinds.find((kind) => kind === word(message.data.Kind)) ?? null,
      action,
      officer: card === null ? null : (bindings.holder(card)?.holder ?? `card:${card}`.slice(0, 128)),
    }),
  )
}

const results: Readonly<Record<string, 'written' | 'failed'>> = { Written: 'written', Failed: 'failed' }

const disc: Reading = (message, bindings) => {
  const token = tokenOf(message, 'RecorderToken')
  const result = results[word(message.data.State) ?? '']
  if (token === null) return malformed('RecorderToken is missing')
  if (!result) return malformed('Data.State: Written or Failed')
  const sensor = bindings.sensor(message.prefix, token)
  return say(
    fact('disc.written', message, {
      recorder: nameOf(message, token, sensor?.sensor),
      room: sensor?.room ?? null,
      recording: word(message.data.Recording)?.slice(0, 128) ?? null,
      result,
      sha256: word(message.data.Sha256),
    }),
  )
}

export const caseAreaTopics: readonly (readonly [string, Reading])[] = [
  ['ya:Gate/Passage', gate],
  ['ya:Wristband/Location', location],
  ['ya:Wristband/Tamper', strap],
  ['ya:Room/Occupancy', occupancy],
  ['ya:Guard/Tour', tour],
  ['ya:Restraint/Cabinet', cabinet],
  ['ya:Recorder/Disc', disc],
]
