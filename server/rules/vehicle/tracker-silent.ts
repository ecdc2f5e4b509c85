import { z } from 'zod'
import type { LngLat } from '../../domain/geo.ts'
import type { Register, Shift } from '../../domain/register.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import { clear, type Verdict } from '../../domain/verdict.ts'
import { equipment } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { isVehicle } from '../fix.ts'

const paramSchema = z.object({ silentMinutes: z.number().min(1).max(240) })
type Params = z.infer<typeof paramSchema>

interface State {
  /** When we last heard it, by our clock: silence is ours to measure. */
  readonly heardAt: Instant | null
  readonly seq: number | null
  readonly device: string | null
  readonly place: LngLat | null
}

/**
 * 车载终端离线 (legal table M, car-gps-off): while it lasts the shift cannot be observed. It is charged to the
 * unit that keeps the equipment, never to the crew (invariant I4). `since` is when the silence began.
 */
export const trackerSilent = defineRule({
  id: 'vehicle.tracker-silent',
  title: {
    zh: '值勤车辆定位终端失联，勤务不可观测',
    en: 'The tracker of a car on duty is silent: its duty cannot be observed',
  },
  grade: 'C',
  citations: [equipment],
  paramSchema,
  params: [{ from: '2011-10-01', value: { silentMinutes: 10 } }],
  localSettings: [
    { param: 'silentMinutes', title: { zh: '允许的静默时间', en: 'How long it may be silent' }, unit: 'minute' },
  ],
  limits: {
    zh: '分不清断电、故障、信号盲区与人为关闭。同一车上有多台设备时，任一台有声即视为可观测；本系统自身停止接收的时间不算静默。不对车组人员作任何判断。',
    en: 'It cannot tell lost power, a fault, a place without coverage and switching off apart. With several devices on one car any one of them is enough. The time in which this system itself could not receive is no silence. It says nothing of the crew.',
  },
  consumes: [
    'position.reported',
    'device.heartbeat',
    'device.connected',
    'device.answered',
    'device.bound',
    'shift.scheduled',
    'shift.cancelled',
  ],
  subject: ({ data: { carrier } }) => (carrier !== null && isVehicle(carrier) ? carrier : undefined),
  initial: { heardAt: null, seq: null, device: null, place: null } as State,

  evolve(state: State, { observation: o, recordedAt, seq }): State {
    switch (o.kind) {
      case 'position.reported':
        return {
          heardAt: recordedAt,
          seq,
          device: o.data.device,
          place: o.data.delivery === 'live' && o.data.position ? o.data.position : state.place,
        }
      case 'device.heartbeat':
      case 'device.connected':
      case 'device.answered':
        return { ...state, heardAt: recordedAt, seq, device: o.data.device }
      case 'device.bound':
        return state.device === null ? { ...state, device: o.data.device } : state
      default:
        return state
    }
  },

  evaluate({ heardAt, seq, device, place }: State, { now, paramsAt, register, subject }: Moment<Params>): Verdict {
    const shift = shiftFrom(register, subject, now)
    if (!shift) return clear
    const params = paramsAt(shift.startsAt)
    if (!params) return clear
    const limitMs = minutes(params.silentMinutes)
    const since = register.silentFrom(Math.max(heardAt ?? shift.startsAt, shift.startsAt), limitMs)
    const dueAt = since + limitMs
    if (now <= dueAt) return { is: 'pending', dueAt }
    if (device === null)
      return {
        is: 'unknown',
        missing: 'a tracker bound to this vehicle',
        ...(shift.endsAt >= now && { reviewAt: shift.endsAt + 1 }),
      }
    return {
      is: 'breach',
      since,
      evidence: seq === null ? [] : [seq],
      facts: {
        shift: shift.shift,
        device,
        lastHeardAt: heardAt,
        neverHeard: heardAt === null,
        silentMinutes: params.silentMinutes,
      },
      concerns: { unit: register.device(device)?.owner ?? shift.unit, carrier: subject, officers: [], place },
      reviewAt: shift.endsAt + 1,
    }
  },
})

/** The shift the vehicle is on, or else its next one. */
const shiftFrom = (register: Register, carrier: string, now: Instant): Shift | undefined => {
  const current = register.shiftAt(carrier, now)
  if (current) return current
  let next: Shift | undefined
  for (const shift of register.shiftsOf(carrier))
    if (shift.startsAt > now && (!next || shift.startsAt < next.startsAt)) next = shift
  return next
}
