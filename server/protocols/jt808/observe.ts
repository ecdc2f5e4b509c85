import type { Observation, ObservationOf } from '../../domain/observation/index.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import { satellitesIn } from './additional.ts'
import type { Message } from './codec.ts'
import { hasFix, type Location, status } from './location.ts'
import type { Registration } from './registration.ts'

/** Whose message it is: `jt808:<phone>` and whoever carries the device, if anybody. */
export interface Who {
  readonly device: string
  readonly carrier: string | null
}

/** A device time outside this window around our clock is a fault of its clock, not a time. */
const OLDEST = days(30)
const AHEAD = minutes(10)
/** A report this much older than its arrival was buffered, whatever its message calls itself. */
export const BUFFERED_AFTER = minutes(2)

/**
 * What a message says in our words; nothing for those that only concern the link. The one place that knows
 * both vocabularies. Alarms are a fold of their own: see alarms.ts.
 * @param receivedAt our clock
 */
export const observe = ({ body }: Message, who: Who, receivedAt: Instant): Observation[] => {
  switch (body.type) {
    case 'heartbeat':
      return [{ kind: 'device.heartbeat', observedAt: receivedAt, data: { ...who } }]
    case 'registration':
      return [registered(body, who, receivedAt)]
    case 'location':
    case 'location-answer':
      return [reported(body, who, receivedAt, false)]
    case 'location-batch':
      return body.items.map((item) => reported(item, who, receivedAt, body.kind === 'backfill'))
    default:
      return []
  }
}

/** Whether a device time can be believed. */
export const usableTime = (time: Instant | null, receivedAt: Instant): time is Instant =>
  time !== null && time >= receivedAt - OLDEST && time <= receivedAt + AHEAD

const reported = (
  location: Location,
  who: Who,
  receivedAt: Instant,
  backfilled: boolean,
): ObservationOf<'position.reported'> => {
  const { time, statusBits, headingDeg } = location
  const usable = usableTime(time, receivedAt)
  // Shifted coordinates (status bit 5) cannot be un-shifted here, so they are as good as none.
  const fix = usable && hasFix(location) && (statusBits & status.encrypted) === 0
  return {
    kind: 'position.reported',
    observedAt: usable ? time : receivedAt,
    data: {
      device: who.device,
      carrier: who.carrier,
      position: fix ? [location.longitude, location.latitude] : null,
      accuracyM: null,
      altitudeM: fix ? location.altitudeM : null,
      speedKmh: fix ? location.speedKmh : null,
      headingDeg: fix && headingDeg <= 360 ? headingDeg : null,
      satellites: satellitesIn(location.additional),
      ignitionOn: (statusBits & status.accOn) !== 0,
      delivery: backfilled || (usable && receivedAt - time > BUFFERED_AFTER) ? 'backfill' : 'live',
      mocked: null,
    },
  }
}

const registered = (r: Registration, who: Who, receivedAt: Instant): Observation => ({
  kind: 'device.registered',
  observedAt: receivedAt,
  data: {
    device: who.device,
    carrier: who.carrier,
    edition: r.layout,
    maker: r.manufacturerId,
    model: r.terminalModel,
    terminalId: r.terminalId,
    plateColour: r.plateColor,
    plate: r.plate,
    provinceCode: r.provinceId,
    cityCode: r.cityId,
  },
})
