import type { Observation } from '../../domain/observation/index.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import type { PhoneReport } from './codec.ts'

/** As for vehicle terminals: outside this window a device time is a fault of its clock. */
const OLDEST = days(30)
const AHEAD = minutes(10)
/** Phones buffer without coverage; what is this much older than its arrival is history. */
const BUFFERED_AFTER = minutes(2)

/** What a phone's report says in our words. A report without a usable time says only that the phone is alive. */
export const observe = (
  report: PhoneReport,
  who: { readonly device: string; readonly carrier: string | null },
  receivedAt: Instant,
): Observation[] => {
  const { time, latitude, longitude } = report
  const usable = time === null || (time >= receivedAt - OLDEST && time <= receivedAt + AHEAD)
  const observedAt = time !== null && usable ? time : receivedAt
  const fix = usable && latitude !== null && longitude !== null && !(latitude === 0 && longitude === 0)
  const delivery = receivedAt - observedAt > BUFFERED_AFTER ? 'backfill' : 'live'
  const position: Observation = {
    kind: 'position.reported',
    observedAt,
    data: {
      ...who,
      position: fix ? [longitude, latitude] : null,
      accuracyM: fix ? report.accuracyM : null,
      altitudeM: fix ? report.altitudeM : null,
      speedKmh: fix ? report.speedKmh : null,
      headingDeg: fix ? report.headingDeg : null,
      satellites: null,
      ignitionOn: null,
      delivery,
      mocked: report.mocked,
    },
  }
  if (report.alarm !== 'sos' || delivery !== 'live') return [position]
  return [position, { kind: 'device.alarm-raised', observedAt, data: { ...who, alarm: 'emergency-button' } }]
}
