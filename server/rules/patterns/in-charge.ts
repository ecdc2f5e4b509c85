import type { Register } from '../../domain/register.ts'

/**
 * Who answers for an item of case property: those who handle its case, and, while the case names nobody, those who
 * took it.
 */
export const inChargeOf = ({ casework }: Register, item: string): readonly string[] => {
  const facts = casework.item(item)
  const handling = casework.case(facts?.case)?.officers ?? []
  return handling.length > 0 ? handling : (facts?.officers ?? [])
}
