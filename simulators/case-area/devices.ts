import { encode, type Items, type Written } from '../../server/protocols/onvif-ej/codec.ts'
import { cardOf, counterOf, type Layout, readerIn, readerOut, recorderOf } from './layout.ts'

/** A message to publish; property topics are retained, as ONVIF asks. */
export interface Publishing extends Written {
  readonly retain: boolean
}

export type Lost = 'picture' | 'sound' | 'view'

/**
 * The devices of one case area: what they say when people and things move. Holds where everybody is, so that a
 * wristband knows the room it left and a camera the number of people. `at` is the devices' clock, milliseconds.
 */
export const createCaseArea = ({ prefix, rooms }: Layout) => {
  const roomByWho = new Map<string, string>()
  const wristbandByPerson = new Map<string, string>()
  let wristbands = 0

  const message = (at: number, topic: string, source: Items, data: Items, retain = false): Publishing => ({
    ...encode({ prefix, topic, utcTime: at, source, data }),
    retain,
  })
  const count = (at: number, room: string): Publishing => {
    const people = [...roomByWho.values()].filter((one) => one === room).length
    return message(at, 'ya:Room/Occupancy', { CounterToken: counterOf(room) }, { People: people })
  }
  const door = (at: number, room: string): Publishing[] =>
    ['Open', 'Closed'].map((State, i) =>
      message(at + 2000 * i, 'tns1:Door/State/DoorPhysicalState', { DoorToken: `door-${room}` }, { State }, true),
    )
  const card = (at: number, who: string, reader: string): Publishing =>
    message(
      at,
      'tns1:AccessControl/AccessGranted/Credential',
      { AccessPointToken: reader },
      { CredentialToken: cardOf(who) },
    )

  const property = (at: number, topic: string, room: string, data: Items): Publishing =>
    message(at, topic, { RecordingJobToken: recorderOf(room) }, data, true)
  const track = (at: number, room: string, Track: string, IsDataPresent: boolean): Publishing =>
    message(
      at,
      'tns1:RecordingHistory/Track/State',
      { RecordingToken: recorderOf(room), Track },
      { IsDataPresent },
      true,
    )

  const lose = (at: number, room: string, lost: Lost, gone: boolean): Publishing => {
    if (lost === 'sound') return track(at, room, 'AUDIO001', !gone)
    if (lost === 'picture') return track(at, room, 'VIDEO001', !gone)
    return message(
      at,
      'tns1:VideoSource/ImageTooDark/ImagingService',
      { Source: recorderOf(room) },
      { State: gone },
      true,
    )
  }

  return {
    /** The wristband a person will wear; the case system registers it. */
    wristband: (person: string): string => {
      const known = wristbandByPerson.get(person)
      if (known) return known
      // Two case areas do not share wristbands.
      const made = `wb-${prefix.split('/').at(-1)}-${++wristbands}`
      wristbandByPerson.set(person, made)
      return made
    },
    gate: (at: number, person: string, stay: string, Direction: 'In' | 'Out', How: string): Publishing[] => {
      const before = roomByWho.get(person)
      roomByWho.delete(person)
      return [
        ...(before && Direction === 'Out' ? [count(at, before)] : []),
        message(at, 'ya:Gate/Passage', { GateToken: 'gate' }, { Person: person, Stay: stay, Direction, How }),
      ]
    },
    /** A person wearing a wristband is now in `room`; undefined: in none. */
    brought: (at: number, person: string, room: string | undefined): Publishing[] => {
      const before = roomByWho.get(person)
      if (room) roomByWho.set(person, room)
      else roomByWho.delete(person)
      const data = { ...(room ? { Room: room } : {}), ...(before ? { Previous: before } : {}) }
      return [
        ...(room ? door(at, room) : []),
        message(at, 'ya:Wristband/Location', { WristbandToken: wristbandByPerson.get(person) ?? '' }, data),
        ...[before, room].flatMap((one) => (one ? [count(at, one)] : [])),
      ]
    },
    /** An officer's card at the door of a room, going in or, with undefined, out of where they were. */
    walks: (at: number, officer: string, room: string | undefined): Publishing[] => {
      const before = roomByWho.get(officer)
      if (room) roomByWho.set(officer, room)
      else roomByWho.delete(officer)
      return [
        ...(before ? [card(at, officer, readerOut(before)), count(at, before)] : []),
        ...(room ? [card(at, officer, readerIn(room)), ...door(at, room), count(at, room)] : []),
      ]
    },
    record: (at: number, room: string, on: boolean): Publishing[] => [
      property(at, 'tns1:RecordingConfig/JobState', room, { State: on ? 'Active' : 'Idle' }),
    ],
    /** The recorder reports an error of its own. */
    fail: (at: number, room: string): Publishing[] => [
      property(at, 'tns1:RecordingConfig/JobState', room, { State: 'Error', Information: 'disk' }),
    ],
    lose: (at: number, room: string, lost: Lost): Publishing[] => [lose(at, room, lost, true)],
    regain: (at: number, room: string, lost: Lost): Publishing[] => [lose(at, room, lost, false)],
    delete: (at: number, room: string, from: number, to: number, reason?: string): Publishing[] => [
      message(
        at,
        'tns1:RecordingConfig/DeleteTrackData',
        { RecordingToken: recorderOf(room), TrackToken: 'VIDEO001' },
        {
          StartTime: new Date(from).toISOString(),
          EndTime: new Date(to).toISOString(),
          ...(reason === undefined ? {} : { Reason: reason }),
        },
      ),
    ],
    tour: (at: number, officer: string, room: string): Publishing[] => [
      message(at, 'ya:Guard/Tour', { RoomToken: room }, { CredentialToken: cardOf(officer) }),
    ],
    cabinet: (at: number, officer: string, Item: string, Kind: string, Action: 'Taken' | 'PutBack'): Publishing[] => [
      message(
        at,
        'ya:Restraint/Cabinet',
        { CabinetToken: 'cabinet' },
        { Item, Kind, Action, CredentialToken: cardOf(officer) },
      ),
    ],
    cut: (at: number, person: string): Publishing[] => [
      message(at, 'ya:Wristband/Tamper', { WristbandToken: wristbandByPerson.get(person) ?? '' }, { Tamper: true }),
    ],
    press: (at: number, room: string): Publishing[] => [
      message(at, 'tns1:Device/Trigger/DigitalInput', { InputToken: `button-${room}` }, { LogicalState: true }, true),
    ],
    rooms,
  }
}
export type CaseArea = ReturnType<typeof createCaseArea>
