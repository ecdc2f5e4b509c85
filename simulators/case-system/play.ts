import type { CaseworkScene, Told } from '../scenarios/casework/scene.ts'
import { type CaseSystem, rfc3339 } from './link.ts'

export interface CaseworkStage {
  readonly caseSystem: Pick<CaseSystem, 'tell' | 'tellAll'>
  /** What minute zero of the scene is, in milliseconds. */
  readonly begins: number
  /** Ends every name of the scene, so that it can be played again. */
  readonly suffix: string
  readonly until: (instant: number) => Promise<void>
}

const MINUTE = 60_000
const BATCH = 60
/** Names of the scene: cases, decisions, persons, things, accounts, documents. */
const names = /^(?:LA|JD|SD|CW|ZH|KY|QD|F|TZ|BLA|JDYJ)-|^x\d+$/

/** With instants written out and names of its own. */
const written = (value: unknown, { begins, suffix }: CaseworkStage): unknown => {
  if (typeof value === 'string') return names.test(value) ? value + suffix : value
  if (Array.isArray(value)) return value.map((one) => written(one, { begins, suffix } as CaseworkStage))
  if (typeof value !== 'object' || value === null) return value
  if ('minute' in value && typeof value.minute === 'number') return rfc3339(begins + value.minute * MINUTE)
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, written(one, { begins, suffix } as CaseworkStage)]),
  )
}

/** What sets duties running: told after what had been done about them, so that nothing seems undone that was done. */
const obliging = ['property.seized', 'decision.made']
const backlogOrder = (a: Told, b: Told): number =>
  Number(obliging.includes(a.type)) - Number(obliging.includes(b.type)) || b.at - a.at

/**
 * Tells what had happened before the scene began, as a case system does that is connected for the first time: newest
 * first, decisions and seizures last. Then what happens, when it does.
 */
export const playCasework = async (scene: Pick<CaseworkScene, 'told'>, stage: CaseworkStage): Promise<void> => {
  const { caseSystem, begins, until } = stage
  const event = ({ at, type, data }: Told) => [type, begins + at * MINUTE, written(data, stage)] as const
  const before = scene.told.filter((t) => t.at <= 0).sort(backlogOrder)
  for (let i = 0; i < before.length; i += BATCH) await caseSystem.tellAll(before.slice(i, i + BATCH).map(event))
  for (const told of scene.told.filter((t) => t.at > 0).sort((a, b) => a.at - b.at)) {
    await until(begins + told.at * MINUTE)
    await caseSystem.tell(...event(told))
  }
}
