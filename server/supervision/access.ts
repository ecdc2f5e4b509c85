import type { Actor } from '../contract/actions.ts'
import { ownUnitOnly } from '../contract/roles.ts'
import type { CarrierView, FindingView, UnitView, ZoneView } from '../contract/views.ts'

/** What a reader may see: everything, or what concerns one unit (null: a unit leader without a unit sees nothing). */
export type Sight = { readonly is: 'all' } | { readonly is: 'unit'; readonly unit: string | null }

export const sightOf = (user: Actor): Sight =>
  ownUnitOnly.has(user.role) ? { is: 'unit', unit: user.unit } : { is: 'all' }

/** Whether something that belongs to `unit` is in sight. What belongs to nobody is seen only by those who see all. */
export const sees = (sight: Sight, unit: string | null | undefined): boolean =>
  sight.is === 'all' || (sight.unit !== null && unit === sight.unit)

export const seesFinding = (sight: Sight, view: FindingView): boolean => sees(sight, view.finding.concerns.unit)
export const seesCarrier = (sight: Sight, view: CarrierView): boolean => sees(sight, view.unit)
export const seesUnit = (sight: Sight, view: UnitView): boolean => sees(sight, view.id)
/** A zone of no unit, such as the county's edge, is everybody's. */
export const seesZone = (sight: Sight, view: ZoneView): boolean => view.unit === null || sees(sight, view.unit)

/** The unit a database query must be narrowed to; undefined for none. */
export const onlyUnit = (sight: Sight): string | null | undefined => (sight.is === 'all' ? undefined : sight.unit)
