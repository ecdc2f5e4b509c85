import type { DataOf } from '../../../domain/observation/index.ts'
import type { Bindings } from '../bindings.ts'
import { instant, type Message, truth, word } from '../codec.ts'
import { fact, type Heard, malformed, nameOf, type Reading, say, tokenOf } from './reading.ts'

type SensorFault = DataOf<'sensor.failed'>['fault']

const of = (message: Message, bindings: Bindings, ...names: readonly string[]) => {
  const token = tokenOf(message, ...names)
  if (token === null) return undefined
  const sensor = bindings.sensor(message.prefix, token)
  const name = nameOf(message, token, sensor?.sensor)
  const what = { recording: name, room: sensor?.room ?? null, act: null }
  return { token, sensor, name, what }
}
type Recorder = NonNullable<ReturnType<typeof of>>

const started = (message: Message, { what, name }: Recorder) =>
  fact('recording.started', message, { ...what, device: name })
const stopped = (message: Message, { what }: Recorder, reason: 'ended' | 'interrupted' | 'fault') =>
  fact('recording.stopped', message, { ...what, reason })

/** RecordingControl: state of a recording job. */
const jobState: Reading = (message, bindings): Heard => {
  const job = of(message, bindings, 'RecordingJobToken')
  if (!job) return malformed('RecordingJobToken is missing')
  switch (word(message.data.State)) {
    case 'Active':
      return say(started(message, job), fact('sensor.restored', message, { sensor: job.name }))
    case 'PartiallyActive':
      // Some tracks are written and some are not; which ones, Track/State says.
      return say(started(message, job), fact('sensor.failed', message, { sensor: job.name, fault: 'other' }))
    case 'Idle':
      return say(stopped(message, job, 'ended'))
    case 'Error':
      return say(stopped(message, job, 'fault'), fact('sensor.failed', message, { sensor: job.name, fault: 'other' }))
    default:
      return malformed('Data.State: Idle, Active, PartiallyActive or Error')
  }
}

const recordingState: Reading = (message, bindings) => {
  const recording = of(message, bindings, 'RecordingToken')
  const on = truth(message.data.IsRecording)
  if (!recording) return malformed('RecordingToken is missing')
  if (on === null) return malformed('Data.IsRecording: true or false')
  return say(on ? started(message, recording) : stopped(message, recording, 'ended'))
}

/** Whether the tracks hold anything: a recorder may "record" a dead microphone for hours. */
const trackState: Reading = (message, bindings) => {
  const recording = of(message, bindings, 'RecordingToken')
  const present = truth(message.data.IsDataPresent)
  const track = (word(message.source.Track) ?? message.values[1] ?? '').toUpperCase()
  if (!recording) return malformed('RecordingToken is missing')
  if (present === null) return malformed('Data.IsDataPresent: true or false')
  if (track.startsWith('META')) return say()
  const lost = track.startsWith('AUDIO') ? 'audio' : 'video'
  return say(
    present
      ? fact('recording.signal-restored', message, recording.what)
      : fact('recording.signal-lost', message, { ...recording.what, lost }),
  )
}

/** Recorders that say why footage went name the retention clock so; without a word it was not the clock. */
const byRetention: ReadonlySet<string> = new Set(['Retention', 'MaximumRetentionTime', 'Expired'])

/** Footage is gone. When the device does not say which span, only the moment of deletion is known. */
const deleted: Reading = (message, bindings) => {
  const recording = of(message, bindings, 'RecordingToken')
  if (!recording) return malformed('RecordingToken is missing')
  const from = instant(message.data.StartTime) ?? instant(message.source.StartTime) ?? message.utcTime
  const to = instant(message.data.EndTime) ?? instant(message.source.EndTime) ?? message.utcTime
  return say(
    fact('footage.deleted', message, {
      recorder: recording.name,
      owner: recording.sensor?.owner ?? message.prefix,
      recording: recording.name,
      room: recording.what.room,
      act: null,
      from: Math.min(from, to),
      to: Math.max(from, to),
      by: word(message.data.UserName)?.slice(0, 128) ?? null,
      expired: byRetention.has(word(message.data.Reason) ?? ''),
      secondedBy: null,
      deletion: null,
      reason: null,
    }),
  )
}

/** A camera or recorder part that fails and comes back; the room's recording is without picture meanwhile. */
const failing =
  (fault: SensorFault, field: string, lost: 'video' | 'audio' | 'covered' | null): Reading =>
  (message, bindings) => {
    const part = of(message, bindings, 'Source', 'VideoSourceToken', 'VideoSourceConfigurationToken', 'Token')
    const failed = truth(message.data[field])
    if (!part) return malformed('the source token is missing')
    if (failed === null) return malformed(`Data.${field}: true or false`)
    const records = lost !== null && part.sensor?.watches.includes('recording') === true
    const sensor = failed
      ? fact('sensor.failed', message, { sensor: part.name, fault })
      : fact('sensor.restored', message, { sensor: part.name })
    if (!records) return say(sensor)
    return say(
      sensor,
      failed
        ? fact('recording.signal-lost', message, { ...part.what, lost })
        : fact('recording.signal-restored', message, part.what),
    )
  }

/** ONVIF Recording Control, Recording Search, Imaging and Device services. */
export const recorderTopics: readonly (readonly [string, Reading])[] = [
  ['tns1:RecordingConfig/JobState', jobState],
  ['tns1:RecordingHistory/Recording/State', recordingState],
  ['tns1:RecordingHistory/Track/State', trackState],
  ['tns1:RecordingConfig/DeleteTrackData', deleted],
  ['tns1:RecordingConfig/DeleteRecording', deleted],
  ['tns1:RecordingConfig/DeleteTrack', deleted],
  ['tns1:VideoSource/SignalLoss', failing('video-loss', 'State', 'video')],
  ['tns1:VideoSource/GlobalSceneChange/ImagingService', failing('covered', 'State', 'covered')],
  ['tns1:VideoSource/GlobalSceneChange/AnalyticsService', failing('covered', 'State', 'covered')],
  ['tns1:VideoSource/ImageTooDark/ImagingService', failing('covered', 'State', 'covered')],
  ['tns1:VideoSource/ImageTooDark/AnalyticsService', failing('covered', 'State', 'covered')],
  ['tns1:Device/HardwareFailure/StorageFailure', failing('storage', 'Failed', null)],
  ['tns1:Device/HardwareFailure/PowerSupplyFailure', failing('other', 'Failed', null)],
]
