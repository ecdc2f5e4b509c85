import type { AnyRule } from '../../server/rules/define-rule.ts'
import { facilityRules } from '../../server/rules/facility-rules.ts'

/** A rule of facilities, incidents and defence by its id. */
export const facilityRule = (id: string): AnyRule => {
  const found = facilityRules.find((rule) => rule.id === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}

const house = { facility: 'house', facilityKind: 'detention-house' }

/** Somebody held is taken out of a facility: a detention house unless told. */
export const outing = (purpose: string, more: object = {}) => ({
  person: 'p1',
  ...house,
  outing: 'x1',
  purpose,
  ...more,
})
export const returned = (more: object = {}) => ({ person: 'p1', ...house, outing: 'x1', ...more })
