import { countyDay } from './county-day.ts'
import { dispatchScenarios } from './dispatch.ts'
import { equipmentScenarios } from './equipment.ts'
import { patrolScenarios } from './patrol.ts'
import type { Scenario } from './scenario.ts'
import { vehicleScenarios } from './vehicle.ts'

/** Every scenario `npm run simulate` knows. */
export const scenarios: readonly Scenario[] = [
  countyDay,
  ...patrolScenarios,
  ...vehicleScenarios,
  ...equipmentScenarios,
  ...dispatchScenarios,
]

export const scenarioById = (id: string): Scenario | undefined => scenarios.find((s) => s.id === id)
