import { type Beat, layOutBeats } from './beats.ts'
import { type Installation, makeInstallations } from './installations.ts'
import { growLand, type Land } from './land.ts'
import { type Car, type Duty, makeCars, makeDuties, makeOfficers, type Officer } from './people.ts'
import { type Area, makeAreas, makeUnits, type Unit } from './places.ts'
import { makeRadios, type RadioSystem } from './radio.ts'
import { createRandom } from './random.ts'
import { growRoads, type Roads } from './roads.ts'

/** Everything there is in the county that does not exist. Points are metres on the plane of `plane.ts`. */
export interface County {
  readonly land: Land
  readonly roads: Roads
  readonly beats: readonly Beat[]
  readonly units: readonly Unit[]
  readonly areas: readonly Area[]
  readonly installations: readonly Installation[]
  readonly cars: readonly Car[]
  readonly officers: readonly Officer[]
  readonly duties: readonly Duty[]
  readonly radio: RadioSystem
}

/** The seed of the county whose files are in `county/`. */
export const COUNTY_SEED = 20_260_101

/** Grows the county. The same seed gives the same county; takes about a second. */
export const growCounty = (seed: number = COUNTY_SEED): County => {
  const random = createRandom(seed)
  const land = growLand(random.fork('land'))
  const roads = growRoads(land, random.fork('roads'))
  const units = makeUnits(roads.graph)
  const cars = makeCars()
  const officers = makeOfficers(cars, random.fork('people'))
  const installations = makeInstallations(units)
  return {
    land,
    roads,
    beats: layOutBeats(land, roads),
    units,
    areas: makeAreas(units, roads.graph, land.boundary, random.fork('areas')),
    installations,
    cars,
    officers,
    duties: makeDuties(cars, officers),
    radio: makeRadios(units, cars, officers, installations),
  }
}
