import { createCaseArea, type Publishing } from '../../case-area/devices.ts'
import type { Layout, Staff } from '../../case-area/layout.ts'
import type { AreaLink } from '../../case-area/link.ts'
import type { CaseSystem } from '../../case-system/link.ts'
import { installation } from './install.ts'
import { type CustodyScenario, at as instantOf, type Local, type Step } from './scenario.ts'

export interface Stage {
  readonly layout: Layout
  readonly staff: readonly Staff[]
  readonly area: AreaLink
  readonly caseSystem: CaseSystem
  /** Returns when the clock of the scene shows `instant`: a test sets it there, a demonstration waits. */
  readonly until: (instant: number) => Promise<void>
  /** What the bureau feeds us besides doors and recorders. */
  readonly sources?: readonly string[]
  /** Moves the whole scene on the time axis, milliseconds: a demonstration plays it now. */
  readonly shiftMs?: number
  /** Ends every id of a person, stay, measure, act or case, so that a scene can be played again. */
  readonly suffix?: string
  /** False when rooms and people were imported before. */
  readonly install?: boolean
}

/** Fields that name somebody or something of the scene itself. */
const own = new Set([
  'person',
  'stay',
  'measure',
  'act',
  'case',
  'about',
  'use',
  'application',
  'penalty',
  'change',
  'recording',
  'incident',
  'forfeiture',
  'confinement',
  'outing',
  'test',
  'opening',
  'issue',
  'zone',
])

/** Rooms and people are registered this long before anything happens. */
const BEFORE_MS = 3_600_000

/** Plays a scene over the case area's MQTT and the case system's CloudEvents, each step acknowledged before the next. */
export const playCustody = async (scenario: CustodyScenario, stage: Stage): Promise<void> => {
  const { layout, staff, area: link, caseSystem, until, shiftMs = 0, suffix = '' } = stage
  const area = createCaseArea(layout)
  let aheadMs = 0
  const at = (local: Local): number => instantOf(local) + shiftMs
  const heardAt = (step: Step): number => at(step.do === 'tell' && step.heard !== undefined ? step.heard : step.at)
  const iso = (local: Local): string => new Date(at(local)).toISOString()
  /** Times inside the data are written in China's clock as well; ids of the scene get their ending. */
  const told = (data: object): object =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) => {
        if (typeof value !== 'string') return [key, value]
        return [key, own.has(key) ? value + suffix : localTime.test(value) ? iso(value) : value]
      }),
    )
  const renamed = (step: Step): Step => ({
    ...step,
    ...('person' in step ? { person: step.person + suffix } : {}),
    ...('stay' in step ? { stay: step.stay + suffix } : {}),
  })
  const steps = scenario.steps.map(renamed).sort((a, b) => heardAt(a) - heardAt(b))
  const start = Math.min(...steps.map((step) => at(step.at))) - BEFORE_MS
  await until(start)
  const installed = installation(layout, staff, stage.sources ?? ['notices', 'care', 'belongings', 'checks', 'rights'])
  if (stage.install !== false) await caseSystem.tellAll(installed.map(([type, data]) => [type, start, data]))
  for (let i = 0; i < steps.length; ) {
    const [step, now] = [steps[i]!, heardAt(steps[i]!)]
    await until(now)
    // What the case system says at one moment it says in one message.
    const rest = steps.slice(i)
    const end = rest.findIndex((s) => s.do !== 'tell' || heardAt(s) !== now)
    const said = (end < 0 ? rest : rest.slice(0, end)).flatMap((s) => (s.do === 'tell' ? [s] : []))
    if (said.length > 1) await caseSystem.tellAll(said.map((s) => [s.type, at(s.at), told(s.data)]))
    else await play(step)
    i += Math.max(1, said.length)
  }
  await until(at(scenario.until))

  async function play(step: Step): Promise<void> {
    // The case system's clock is right; the devices' may not be.
    const [written, now] = [at(step.at), at(step.at) + aheadMs]
    switch (step.do) {
      case 'tell':
        return caseSystem.tell(step.type, written, told(step.data))
      case 'unplug':
        return link.unplug()
      case 'plug':
        return link.plug()
      case 'set-clock':
        aheadMs = step.aheadSeconds * 1000
        return
      case 'arrive': {
        if (!step.unseen) await link.send(area.gate(now, step.person, step.stay, 'In', step.how))
        const wristband = area.wristband(step.person)
        const sex = step.sex ?? null
        return caseSystem.tell('wristband.issued', written, { wristband, person: step.person, stay: step.stay, sex })
      }
      case 'depart':
        await link.send(area.brought(now, step.person, undefined))
        await link.send(area.gate(now, step.person, step.stay, 'Out', step.how))
        return caseSystem.tell('wristband.returned', written, { wristband: area.wristband(step.person) })
      default:
        return link.send(said(step, now))
    }
  }

  function said(
    step: Exclude<Step, { do: 'tell' | 'unplug' | 'plug' | 'set-clock' | 'arrive' | 'depart' }>,
    now: number,
  ): Publishing[] {
    switch (step.do) {
      case 'bring':
        return area.brought(now, step.person, step.room ?? undefined)
      case 'walk':
        return area.walks(now, step.officer, step.room ?? undefined)
      case 'record':
        return area.record(now, step.room, true)
      case 'stop-recording':
        return area.record(now, step.room, false)
      case 'fail-recorder':
        return area.fail(now, step.room)
      case 'press-button':
        return area.press(now, step.room)
      case 'lose':
        return area.lose(now, step.room, step.what)
      case 'regain':
        return area.regain(now, step.room, step.what)
      case 'delete-footage':
        return area.delete(now, step.room, at(step.from), at(step.to), step.reason)
      case 'tour':
        return area.tour(now, step.officer, step.room)
      case 'cabinet':
        return area.cabinet(now, step.officer, step.item, step.kind, step.action)
      case 'cut-wristband':
        return area.cut(now, step.person)
    }
  }
}

const localTime = /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/
