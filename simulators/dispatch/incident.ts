import { rfc3339 } from '../case-system/link.ts'
import type { County } from '../county/county.ts'
import { toLngLat } from '../county/plane.ts'
import { dutiesAt } from '../county/roster.ts'
import type { Driver } from '../motion/driver.ts'
import { nodeOf } from '../scenarios/place.ts'
import type { Call } from './call.ts'
import type { DispatchLink } from './link.ts'

export interface IncidentStage {
  readonly county: County
  readonly link: DispatchLink
  readonly driverOf: (car: string) => Driver | undefined
  /** Names of incidents and orders begin with it. */
  readonly mark: string
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** A car that is so near is there. */
const THERE_M = 45
/** On the phone, then looking for a car, then until somebody presses the button. */
const TALK_MS = 25 * SECOND
const SEARCH_MS = 20 * SECOND
const TAKE_MS = 18 * SECOND
const LATE_ORDER_MS = 5 * MINUTE
/** When a jam is told, a paper arrival is pressed, a standing car is woken, a late answer is given, a late result entered. */
const JAM_MS = 2 * MINUTE
const ON_PAPER_MS = 20 * SECOND
const DAWDLES_MS = 5 * MINUTE
const STANDS_MS = 6 * MINUTE
const SILENT_MS = 150 * SECOND
const FORGOTTEN_MS = 120 * MINUTE

interface Due {
  readonly at: number
  readonly run: (at: number) => void
}

/**
 * One incident from the call to its result. The desk presses its buttons by the clock; when the car is there, only the
 * car knows: it really drives, and its own positions go another way to the bureau.
 */
export const playIncident = (
  call: Call,
  number: number,
  answeredAt: number,
  { county, link, driverOf, mark }: IncidentStage,
) => {
  const incident = `${mark}-J${number}`
  const order = `${mark}-Z${number}`
  const carrier = `vehicle/${call.car}`
  const car = county.cars.find((c) => c.id === call.car)
  const driver = driverOf(call.car)
  if (!car || !driver) throw new Error(`nobody drives ${call.car}`)
  const { unit } = car
  const node = nodeOf(county, call.place)
  const scene = county.roads.graph.nodes[node]!
  const place = toLngLat(scene)
  const crew = dutiesAt(county, answeredAt).find((d) => d.carrier === carrier)?.crew ?? []
  const by = crew[0] ?? null
  const device = `bwc:${call.car}`
  const recording = `${order}-V1`
  const agenda: Due[] = []
  const soon = (at: number, run: (at: number) => void): void => {
    agenda.push({ at, run })
    agenda.sort((a, b) => a.at - b.at)
  }
  let driving = false
  let pressed = false
  let over = false

  const setOut = (at: number): void => {
    driver.release()
    driver.goTo(node)
    driver.stayThere()
    driving = true
    if (call.course === 'arrived-on-paper' && !pressed)
      soon(at + ON_PAPER_MS, (when) => {
        press(when)
        driver.hold(true)
        soon(when + DAWDLES_MS, setOut)
      })
    if (call.course === 'late-and-told')
      soon(at + JAM_MS, (when) =>
        link.desk('dispatch.delayed', when, {
          order,
          unit,
          carrier,
          by,
          reason: 'congestion',
          words: '前方道路施工拥堵',
        }),
      )
  }
  const press = (at: number): void => {
    if (pressed) return
    pressed = true
    link.desk('dispatch.arrived', at, { order, carrier })
  }
  const reach = (at: number): void => {
    driving = false
    soon(at + 6 * SECOND, press)
    soon(at + 12 * SECOND, (when) =>
      link.camera('body-camera.started', when, { device, officer: by, unit, recording, order }),
    )
    soon(at + call.sceneMinutes * MINUTE, leave)
  }
  const feedBack = (at: number): void =>
    link.desk('dispatch.fed-back', at, {
      order,
      incident,
      unit,
      outcome: call.case === undefined ? 'handled' : 'case',
      case: call.case ?? null,
      words: call.test === true ? '模拟报警，处置流程完整' : '到场处置完毕',
    })
  const leave = (at: number): void => {
    link.camera('body-camera.stopped', at, { device, officer: by, unit, recording, reason: 'ended' })
    if (call.test === true) link.desk('dispatch.test-ended', at, { incident, by: 'P50' })
    const late = call.course === 'fed-back-late'
    if (!late) feedBack(at + 20 * SECOND)
    if (call.course === 'left-open') {
      over = true
      return
    }
    link.desk('dispatch.closed', at + 30 * SECOND, { order, carriers: [carrier], result: '处置完毕' })
    driver.release()
    if (late) soon(at + FORGOTTEN_MS, feedBack)
    over = !late
  }
  const acknowledge = (at: number): void => link.desk('dispatch.acknowledged', at, { order, unit, carrier, by })
  const depart = (at: number): void => {
    link.desk('dispatch.departed', at, { order, carrier })
    setOut(at)
  }
  const orderOut = (at: number): void => {
    link.desk('dispatch.ordered', at, { order, incident, carriers: [carrier], place, urgent: call.urgent, unit })
    switch (call.course) {
      case 'nobody-sets-out':
        soon(at + TAKE_MS, acknowledge)
        soon(at + TAKE_MS + 20 * SECOND, (when) => link.desk('dispatch.departed', when, { order, carrier }))
        soon(at + STANDS_MS, setOut)
        break
      case 'not-acknowledged':
        soon(at + SILENT_MS, acknowledge)
        soon(at + SILENT_MS + 5 * SECOND, depart)
        break
      case 'refused':
        soon(at + TAKE_MS, (when) =>
          link.desk('dispatch.refused', when, { order, unit, carrier, by, reason: '不在本辖区，请派其他单位' }),
        )
        // The desk insists.
        soon(at + 3 * TAKE_MS, depart)
        break
      default:
        soon(at + TAKE_MS, acknowledge)
        soon(at + TAKE_MS + 15 * SECOND, depart)
    }
  }
  const hangUp = (at: number): void => {
    link.desk('call.received', answeredAt, {
      incident,
      channel: '110',
      area: call.area,
      urgency: call.urgent ? 'urgent' : 'ordinary',
      category: call.category,
      test: call.test ?? false,
      place,
      caller: `139****${String(number % 10_000).padStart(4, '0')}`,
      unit,
      endedAt: rfc3339(at),
    })
    if (call.course === 'by-telephone') {
      link.desk('dispatch.fed-back', at + SEARCH_MS, {
        order: `${order}-T`,
        incident,
        unit,
        outcome: 'handled',
        words: '电话解释答复',
      })
      over = true
      return
    }
    soon(at + (call.course === 'ordered-late' ? LATE_ORDER_MS : SEARCH_MS), orderOut)
  }
  // Parked somewhere, and so it stays.
  if (call.course === 'nobody-sets-out' || call.course === 'not-acknowledged') driver.hold(true)
  // Who tests asks before.
  if (call.test === true)
    link.desk('dispatch.test-approved', answeredAt - 60 * MINUTE, { incident, by: 'P50', as: 'supervision-chief' })
  soon(answeredAt + TALK_MS, hangUp)

  return {
    incident,
    car: call.car,
    over: (): boolean => over && agenda.length === 0,
    /** The car may be sent elsewhere. */
    free: (): boolean => over || agenda.every((d) => d.run === feedBack),
    play: (now: number): void => {
      for (let next = agenda[0]; next && next.at <= now; next = agenda[0]) {
        agenda.shift()
        next.run(next.at)
      }
      if (driving && driver.distanceTo(scene) < THERE_M) reach(now)
    },
  }
}
export type PlayedIncident = ReturnType<typeof playIncident>
