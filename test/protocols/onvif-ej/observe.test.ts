import { describe, expect, it } from 'vitest'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { createBindings } from '../../../server/protocols/onvif-ej/bindings.ts'
import { decode, type Items } from '../../../server/protocols/onvif-ej/codec.ts'
import { observe, observeState, topics } from '../../../server/protocols/onvif-ej/observe.ts'

const at = '2026-03-15T01:30:00Z'
const bindings = createBindings()
const tell = (kind: string, data: object): void => {
  const parsed = parseObservation({ kind, observedAt: 0, data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  bindings.apply(parsed.observation)
}
const name = { zh: '询问室', en: 'Room' }
tell('room.registered', { room: 'r1', name, unit: 'wy', kind: 'questioning-room', facility: 'station' })
tell('room.registered', { room: 'r2', name, unit: 'wy', kind: 'waiting-room', facility: 'station' })
tell('sensor.installed', { sensor: 'p/rec1', watches: ['recording'], room: 'r1', owner: 'wy' })
tell('sensor.installed', { sensor: 'p/cam1', watches: ['recording', 'people-count'], room: 'r1', owner: 'wy' })
tell('sensor.installed', { sensor: 'p/cam2', watches: ['people-count'], room: 'r2', owner: 'wy' })
tell('sensor.installed', { sensor: 'p/gate', watches: ['gate'], owner: 'wy' })
tell('sensor.installed', { sensor: 'p/cab', watches: ['restraints'], room: 'r2', owner: 'wy' })
tell('reader.installed', { reader: 'p/in1', room: 'r1', leads: 'in' })
tell('reader.installed', { reader: 'out1', room: 'r1', leads: 'out' })
tell('officer.registered', { officer: '023', name: '甲', unit: 'wy', kind: 'officer', sex: 'female', rank: null })
tell('card.issued', { card: 'c23', holder: '023', as: 'officer' })
tell('wristband.issued', { wristband: 'wb1', person: 'P1', stay: 'S1', sex: 'male' })

const hear = (topic: string, source: Items, data: Items, prefix = 'p') => {
  const payload = new TextEncoder().encode(JSON.stringify({ UtcTime: at, Source: source, Data: data }))
  const { messages, faults } = decode(`${prefix}/onvif-ej/${topic}`, payload)
  if (!messages[0]) throw new Error(faults[0]?.detail)
  return observe(messages[0], bindings)
}
const said = (...args: Parameters<typeof hear>) => {
  const heard = hear(...args)
  return heard.is === 'observations' ? heard.observations.map((o) => [o.kind, o.data]) : heard
}

describe('ONVIF Recording Control', () => {
  const rec = { RecordingJobToken: 'rec1' }
  const what = { recording: 'p/rec1', room: 'r1', act: null }
  it('an active job records its room', () =>
    expect(said('RecordingConfig/JobState', rec, { State: 'Active' })).toEqual([
      ['recording.started', { ...what, device: 'p/rec1' }],
      ['sensor.restored', { sensor: 'p/rec1' }],
    ]))
  it('an idle one has ended, one in error has failed', () => {
    expect(said('RecordingConfig/JobState', rec, { State: 'Idle' })).toEqual([
      ['recording.stopped', { ...what, reason: 'ended' }],
    ])
    expect(said('RecordingConfig/JobState', rec, { State: 'Error' })).toEqual([
      ['recording.stopped', { ...what, reason: 'fault' }],
      ['sensor.failed', { sensor: 'p/rec1', fault: 'other' }],
    ])
  })
  it('takes the token from the topic when the payload leaves it out', () =>
    expect(said('RecordingConfig/JobState/&rec1', {}, { State: 'Idle' })).toMatchObject([
      ['recording.stopped', { room: 'r1' }],
    ]))
  it('does not guess at a state it does not know', () =>
    expect(said('RecordingConfig/JobState', rec, { State: 'Paused' })).toMatchObject({ is: 'malformed' }))
  it('IsRecording true and false', () => {
    expect(said('RecordingHistory/Recording/State', { RecordingToken: 'rec1' }, { IsRecording: 'true' })).toMatchObject(
      [['recording.started', {}]],
    )
    expect(said('RecordingHistory/Recording/State', { RecordingToken: 'rec1' }, { IsRecording: false })).toMatchObject([
      ['recording.stopped', {}],
    ])
  })
  it.each([
    ['AUDIO001', 'audio'],
    ['VIDEO001', 'video'],
  ])('a track without data (%s) is a recording without %s', (Track, lost) =>
    expect(said('RecordingHistory/Track/State', { RecordingToken: 'rec1', Track }, { IsDataPresent: false })).toEqual([
      ['recording.signal-lost', { ...what, lost }],
    ]),
  )
  it('a metadata track is no footage', () =>
    expect(
      said('RecordingHistory/Track/State', { RecordingToken: 'rec1', Track: 'META001' }, { IsDataPresent: false }),
    ).toEqual([]))
  it('deleted footage names its span', () =>
    expect(
      said(
        'RecordingConfig/DeleteTrackData',
        { RecordingToken: 'rec1', TrackToken: 'VIDEO001' },
        { StartTime: '2026-03-14T01:00:00Z', EndTime: '2026-03-14T02:00:00Z' },
      ),
    ).toEqual([
      [
        'footage.deleted',
        {
          recorder: 'p/rec1',
          owner: 'wy',
          recording: 'p/rec1',
          room: 'r1',
          act: null,
          from: Date.parse('2026-03-14T01:00:00Z'),
          to: Date.parse('2026-03-14T02:00:00Z'),
          by: null,
          expired: false,
          secondedBy: null,
          deletion: null,
          reason: null,
        },
      ],
    ]))
  it('a whole recording deleted is known by its moment', () =>
    expect(said('RecordingConfig/DeleteRecording', { RecordingToken: 'rec1' }, {})).toMatchObject([
      ['footage.deleted', { from: Date.parse(at), to: Date.parse(at), by: null }],
    ]))
})

describe('ONVIF Imaging and Device', () => {
  it.each([
    ['VideoSource/SignalLoss', 'video-loss', 'video'],
    ['VideoSource/ImageTooDark/ImagingService', 'covered', 'covered'],
    ['VideoSource/GlobalSceneChange/ImagingService', 'covered', 'covered'],
  ])('%s', (topic, fault, lost) => {
    expect(said(topic, { Source: 'cam1' }, { State: true })).toMatchObject([
      ['sensor.failed', { sensor: 'p/cam1', fault }],
      ['recording.signal-lost', { room: 'r1', lost }],
    ])
    expect(said(topic, { Source: 'cam1' }, { State: false })).toMatchObject([
      ['sensor.restored', { sensor: 'p/cam1' }],
      ['recording.signal-restored', { room: 'r1' }],
    ])
  })
  it('a camera that only counts leaves the recording alone', () =>
    expect(said('VideoSource/SignalLoss', { Source: 'cam2' }, { State: true })).toEqual([
      ['sensor.failed', { sensor: 'p/cam2', fault: 'video-loss' }],
    ]))
  it('a failed disc', () =>
    expect(said('Device/HardwareFailure/StorageFailure', { Token: 'rec1' }, { Failed: true })).toEqual([
      ['sensor.failed', { sensor: 'p/rec1', fault: 'storage' }],
    ]))
  it('a panic button pressed and released', () => {
    const data = { device: 'p/btn', carrier: null, alarm: 'emergency-button' }
    expect(said('Device/Trigger/DigitalInput', { InputToken: 'btn' }, { LogicalState: true })).toEqual([
      ['device.alarm-raised', data],
    ])
    expect(said('Device/Trigger/DigitalInput', { InputToken: 'btn' }, { LogicalState: false })).toEqual([
      ['device.alarm-ended', data],
    ])
  })
})

describe('ONVIF Access Control and Door Control', () => {
  const by = (token: string) => ({ AccessPointToken: token })
  it('a granted card is its holder going in or out', () => {
    expect(said('AccessControl/AccessGranted/Credential', by('in1'), { CredentialToken: 'c23' })).toEqual([
      ['room.entered', { room: 'r1', who: '023', as: 'officer', sex: 'female', source: 'card' }],
    ])
    expect(said('AccessControl/AccessGranted/Credential', by('out1'), { CredentialToken: 'c23' })).toMatchObject([
      ['room.left', { who: '023' }],
    ])
  })
  it('granted but not used undoes it', () =>
    expect(said('AccessControl/AccessNotTaken/Credential', by('in1'), { CredentialToken: 'c23' })).toMatchObject([
      ['room.left', { who: '023' }],
    ]))
  it('a card of nobody shows that somebody passed', () =>
    expect(said('AccessControl/AccessGranted/Credential', by('in1'), { CredentialToken: 'c99' })).toMatchObject([
      ['room.entered', { who: 'card:c99', as: 'other' }],
    ]))
  it('a reader of nowhere is said to be unbound', () =>
    expect(said('AccessControl/AccessGranted/Credential', by('in9'), { CredentialToken: 'c23' })).toEqual({
      is: 'unbound',
      token: 'p/in9',
    }))
  it('denied, with its reason', () =>
    expect(
      said('AccessControl/Denied/Credential', by('in1'), { CredentialToken: 'c23', Reason: 'CredentialNotEnabled' }),
    ).toEqual([['card.refused', { reader: 'p/in1', room: 'r1', card: 'c23', reason: 'CredentialNotEnabled' }]]))
  it('duress is the holder’s call for help', () =>
    expect(said('AccessControl/Duress', by('in1'), { CredentialToken: 'c23' })).toEqual([
      ['device.alarm-raised', { device: 'p/in1', carrier: 'officer/023', alarm: 'emergency-button' }],
    ]))
  it('a door: physical state, tamper, forced open', () => {
    expect(said('Door/State/DoorPhysicalState', { DoorToken: 'd1' }, { State: 'Open' })).toEqual([
      ['door.changed', { door: 'p/d1', room: null, state: 'open' }],
    ])
    expect(said('Door/State/DoorTamper', { DoorToken: 'd1' }, { State: 'TamperDetected' })).toEqual([
      ['sensor.failed', { sensor: 'p/d1', fault: 'tamper' }],
    ])
    expect(said('Door/State/DoorAlarm', { DoorToken: 'd1' }, { State: 'DoorForcedOpen' })).toMatchObject([
      ['device.alarm-raised', { alarm: 'illegal-door' }],
    ])
    expect(said('Door/State/DoorAlarm', { DoorToken: 'd1' }, { State: 'Normal' })).toMatchObject([
      ['device.alarm-ended', { alarm: 'illegal-door' }],
    ])
  })
})

describe('topics of our own', () => {
  it('a wristband leaves one room and is in another', () =>
    expect(said('ya:Wristband/Location', { WristbandToken: 'wb1' }, { Room: 'r1', Previous: 'r2' })).toEqual([
      ['room.left', { room: 'r2', who: 'P1', as: 'held', sex: 'male', source: 'wristband' }],
      ['room.entered', { room: 'r1', who: 'P1', as: 'held', sex: 'male', source: 'wristband' }],
    ]))
  it('a wristband nobody wears, or a room nobody registered, is unbound', () => {
    expect(said('ya:Wristband/Location', { WristbandToken: 'wb9' }, { Room: 'r1' })).toMatchObject({ is: 'unbound' })
    expect(said('ya:Wristband/Location', { WristbandToken: 'wb1' }, { Room: 'r9' })).toMatchObject({
      is: 'unbound',
      token: 'r9',
    })
  })
  it('a cut strap names its wearer', () =>
    expect(said('ya:Wristband/Tamper', { WristbandToken: 'wb1' }, { Tamper: true })).toEqual([
      ['wristband.tampered', { wristband: 'wb1', person: 'P1', stay: 'S1', state: 'cut' }],
    ]))
  it('a count of people is a whole number or a fault', () => {
    expect(said('ya:Room/Occupancy', { RoomToken: 'r1' }, { People: '3' })).toEqual([
      ['room.counted', { room: 'r1', people: 3 }],
    ])
    expect(said('ya:Room/Occupancy', { CounterToken: 'cam2' }, { People: 0 })).toEqual([
      ['room.counted', { room: 'r2', people: 0 }],
    ])
    expect(said('ya:Room/Occupancy', { RoomToken: 'r1' }, {})).toMatchObject({ is: 'malformed' })
  })
  it('the gate: arrival, and a departure whose reason it does not know', () => {
    const who = { Stay: 'S1', Person: 'P1' }
    expect(said('ya:Gate/Passage', { GateToken: 'gate' }, { ...who, Direction: 'In', How: 'brought' })).toEqual([
      ['person.arrived', { stay: 'S1', person: 'P1', unit: 'wy', source: 'gate', how: 'brought' }],
    ])
    expect(said('ya:Gate/Passage', { GateToken: 'gate' }, { ...who, Direction: 'Out' })).toEqual([
      ['person.departed', { stay: 'S1', person: 'P1', source: 'gate', how: 'other' }],
    ])
  })
  it('a guard looks in', () =>
    expect(said('ya:Guard/Tour', { RoomToken: 'r2' }, { CredentialToken: 'c23' })).toEqual([
      ['room.patrolled', { room: 'r2', officer: '023' }],
    ]))
  it('the restraint cabinet and the disc', () => {
    expect(
      said(
        'ya:Restraint/Cabinet',
        { CabinetToken: 'cab' },
        { Item: 'h7', Kind: 'handcuffs', Action: 'Taken', CredentialToken: 'c23' },
      ),
    ).toEqual([
      [
        'cabinet.moved',
        { cabinet: 'p/cab', room: 'r2', item: 'h7', kind: 'handcuffs', action: 'taken', officer: '023' },
      ],
    ])
    expect(said('ya:Recorder/Disc', { RecorderToken: 'rec1' }, { State: 'Failed' })).toMatchObject([
      ['disc.written', { result: 'failed' }],
    ])
  })
})

describe('what a device may not do', () => {
  it('speak of a topic outside the table', () => expect(hear('Evil/Topic', {}, {})).toEqual({ is: 'unknown-topic' }))
  it('make up names longer than an id', () =>
    expect(
      hear('ya:Gate/Passage', { GateToken: 'gate' }, { Stay: 'S'.repeat(200), Person: 'P', Direction: 'In' }),
    ).toMatchObject({ is: 'malformed' }))
  it.each(topics.filter((topic) => !/Lock|DoorMode|AccessTaken|Anonymous/.test(topic)))(
    '%s without its fields is malformed',
    (topic) => expect(hear(topic.replace('tns1:', ''), {}, {}).is).toBe('malformed'),
  )
})

describe('a retained message is a state, never an occurrence', () => {
  it('is kept with since when and where', () => {
    const { messages } = decode(
      'p/onvif-ej/RecordingConfig/JobState/&rec1',
      new TextEncoder().encode(
        JSON.stringify({ UtcTime: at, Source: { RecordingJobToken: 'rec1' }, Data: { State: 'Active' } }),
      ),
    )
    expect(observeState(messages[0]!, bindings)).toEqual({
      kind: 'device.state-found',
      observedAt: Date.parse(at),
      data: { device: 'p/rec1', topic: 'tns1:RecordingConfig/JobState', room: 'r1', state: { State: 'Active' } },
    })
  })
})
