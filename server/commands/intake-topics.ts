import type { Items } from '../protocols/onvif-ej/codec.ts'

interface TopicWords {
  readonly topic: string
  readonly source: Items
  readonly data: Items
  readonly becomes: string
}

const of = (topic: string, source: Items, data: Items, becomes: string): TopicWords => ({
  topic,
  source,
  data,
  becomes,
})
const point = { AccessPointToken: 'ap-1-in' }
const card = { CredentialToken: 'card-0471' }
const door = { DoorToken: 'door-1' }

/** What docs/intake.md says of each topic, with an example; a test holds the list to the table of the protocol. */
export const topicWords: readonly TopicWords[] = [
  of(
    'tns1:RecordingConfig/JobState',
    { RecordingJobToken: 'rec-1' },
    { State: 'Active' },
    '`recording.started` (Active, PartiallyActive) or `recording.stopped` (Idle, Error); the recorder works or failed',
  ),
  of(
    'tns1:RecordingHistory/Recording/State',
    { RecordingToken: 'rec-1' },
    { IsRecording: true },
    '`recording.started`, `recording.stopped`',
  ),
  of(
    'tns1:RecordingHistory/Track/State',
    { RecordingToken: 'rec-1', Track: 'AUDIO001' },
    { IsDataPresent: false },
    '`recording.signal-lost`, `recording.signal-restored`: AUDIO… is sound, META… nothing, the rest picture',
  ),
  of(
    'tns1:RecordingConfig/DeleteTrackData',
    { RecordingToken: 'rec-1', TrackToken: 'VIDEO001' },
    { StartTime: '2026-01-05T01:20:00Z', EndTime: '2026-01-05T02:10:00Z' },
    '`footage.deleted` with its span; `Reason` Retention, MaximumRetentionTime or Expired says that the retention clock did it, `UserName` who did',
  ),
  of(
    'tns1:RecordingConfig/DeleteRecording',
    { RecordingToken: 'rec-1' },
    {},
    '`footage.deleted`; the span is not known, `from` = `to` = the moment of deletion',
  ),
  of('tns1:RecordingConfig/DeleteTrack', { RecordingToken: 'rec-1', TrackToken: 'VIDEO001' }, {}, 'the same'),
  of(
    'tns1:VideoSource/SignalLoss',
    { Source: 'rec-1' },
    { State: true },
    '`sensor.failed` (video-loss) or `sensor.restored`; for a sensor that watches `recording` also `recording.signal-lost`, `-restored`',
  ),
  of('tns1:VideoSource/GlobalSceneChange/ImagingService', { Source: 'rec-1' }, { State: true }, 'the same, covered'),
  of('tns1:VideoSource/GlobalSceneChange/AnalyticsService', { Source: 'rec-1' }, { State: true }, 'the same, covered'),
  of('tns1:VideoSource/ImageTooDark/ImagingService', { Source: 'rec-1' }, { State: true }, 'the same, covered'),
  of('tns1:VideoSource/ImageTooDark/AnalyticsService', { Source: 'rec-1' }, { State: true }, 'the same, covered'),
  of(
    'tns1:Device/HardwareFailure/StorageFailure',
    { Token: 'rec-1' },
    { Failed: true },
    '`sensor.failed` (storage), `sensor.restored`',
  ),
  of(
    'tns1:Device/HardwareFailure/PowerSupplyFailure',
    { Token: 'rec-1' },
    { Failed: true },
    '`sensor.failed` (other), `sensor.restored`',
  ),
  of(
    'tns1:AccessControl/AccessGranted/Credential',
    point,
    card,
    '`room.entered` or `room.left`, by the side the reader is on; who, by the card',
  ),
  of(
    'tns1:AccessControl/AccessGranted/Identifier',
    point,
    { IdentifierType: 'pt:Card', FormatType: 'WIEGAND26', IdentifierValue: '00A1B2' },
    'the same',
  ),
  of('tns1:AccessControl/AccessGranted/Anonymous', point, {}, 'nothing'),
  of('tns1:AccessControl/AccessTaken/Credential', point, card, 'nothing: it was granted'),
  of('tns1:AccessControl/AccessTaken/Anonymous', point, {}, 'nothing'),
  of('tns1:AccessControl/AccessNotTaken/Credential', point, card, 'the passage is taken back'),
  of('tns1:AccessControl/Denied/Credential', point, { ...card, Reason: 'CredentialNotEnabled' }, '`card.refused`'),
  of(
    'tns1:AccessControl/Denied/Identifier',
    point,
    { IdentifierValue: '00A1B2', Reason: 'NotPermittedAtThisTime' },
    '`card.refused`',
  ),
  of('tns1:AccessControl/Denied/Anonymous', point, {}, '`card.refused`'),
  of('tns1:AccessControl/Denied/CredentialNotFound', point, { IdentifierValue: '00A1B2' }, '`card.refused`'),
  of('tns1:AccessControl/Denied/CredentialNotFound/Card', point, { IdentifierValue: '00A1B2' }, '`card.refused`'),
  of(
    'tns1:AccessControl/Duress',
    point,
    card,
    '`device.alarm-raised` (emergency-button), with the officer whose card it is',
  ),
  of('tns1:Door/State/DoorPhysicalState', door, { State: 'Open' }, '`door.changed`'),
  of('tns1:Door/State/LockPhysicalState', door, { State: 'Locked' }, 'nothing'),
  of('tns1:Door/State/DoubleLockPhysicalState', door, { State: 'Locked' }, 'nothing'),
  of('tns1:Door/State/DoorMode', door, { State: 'Locked' }, 'nothing'),
  of('tns1:Door/State/DoorTamper', door, { State: 'TamperDetected' }, '`sensor.failed` (tamper), `sensor.restored`'),
  of('tns1:Door/State/DoorFault', door, { State: 'FaultDetected' }, '`sensor.failed` (other), `sensor.restored`'),
  of(
    'tns1:Door/State/DoorAlarm',
    door,
    { State: 'DoorForcedOpen' },
    '`device.alarm-raised` (illegal-door), `device.alarm-ended`',
  ),
  of(
    'tns1:Device/Trigger/DigitalInput',
    { InputToken: 'button-1' },
    { LogicalState: true },
    'a panic button: `device.alarm-raised` (emergency-button), `device.alarm-ended`',
  ),
  of(
    'ya:Gate/Passage',
    { GateToken: 'gate' },
    { Stay: 'S-7', Person: 'P-3391', Direction: 'In', How: 'summoned' },
    '**ours.** `person.arrived`, `person.departed` as the gate saw it; `How` may be left out',
  ),
  of(
    'ya:Wristband/Location',
    { WristbandToken: 'wb-12' },
    { Room: 'room-3', Previous: 'room-1' },
    '**ours.** `room.left` and `room.entered` of the person who wears it; `Room` left out: in no room',
  ),
  of('ya:Wristband/Tamper', { WristbandToken: 'wb-12' }, { Tamper: true }, '**ours.** `wristband.tampered`'),
  of(
    'ya:Room/Occupancy',
    { CounterToken: 'cam-3' },
    { People: 3 },
    '**ours.** `room.counted`; `RoomToken` with our id of the room serves as well',
  ),
  of('ya:Guard/Tour', { RoomToken: 'room-4' }, card, '**ours.** `room.patrolled`'),
  of(
    'ya:Restraint/Cabinet',
    { CabinetToken: 'cabinet' },
    { Item: 'cuffs-07', Kind: 'handcuffs', Action: 'Taken', ...card },
    '**ours.** `cabinet.moved`; `Action` Taken or PutBack',
  ),
  of(
    'ya:Recorder/Disc',
    { RecorderToken: 'rec-1' },
    { State: 'Written', Recording: 'R-7', Sha256: '9f86d081…' },
    '**ours.** `disc.written`; `State` Written or Failed',
  ),
]
