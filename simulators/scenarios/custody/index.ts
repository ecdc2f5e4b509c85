import { areaScenarios } from './areas.ts'
import { chosenScenarios } from './chosen.ts'
import { crimeScenarios } from './crimes.ts'
import { caseAreaDay } from './day.ts'
import { incidentScenarios } from './incidents.ts'
import { interrogationScenarios } from './interrogations.ts'
import { newYearScenarios } from './new-year.ts'
import { questioningScenarios } from './questioning.ts'
import { releaseScenarios } from './releases.ts'
import type { CustodyScenario } from './scenario.ts'
import { stopScenarios } from './stops.ts'

/** Every scene of the case area: done wrong, and its lawful twin. */
export const custodyScenarios: readonly CustodyScenario[] = [
  caseAreaDay,
  ...newYearScenarios,
  ...questioningScenarios,
  ...stopScenarios,
  ...crimeScenarios,
  ...interrogationScenarios,
  ...areaScenarios,
  ...releaseScenarios,
  ...incidentScenarios,
  ...chosenScenarios,
]

export const custodyScenarioById = (id: string): CustodyScenario | undefined =>
  custodyScenarios.find((one) => one.id === id)
