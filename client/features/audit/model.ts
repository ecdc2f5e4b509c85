import type { AuditView } from '../../../server/contract/views.ts'
import { labelOf, valueOf } from '../../finding/fact.ts'

/** The subject first, then the rest, as one line; geometry is named, not printed. */
export const lineOf = (entry: AuditView): string =>
  Object.entries(entry.data)
    .filter(([k, v]) => v !== null && v !== '' && k !== 'by')
    .map(
      ([k, v]) =>
        `${labelOf(k)} ${Array.isArray(v) && v.length > 4 ? `[${v.length}]` : k === 'polygon' ? '…' : valueOf(k, v)}`,
    )
    .join('　')

/** What `datetime-local` holds → an instant of China's clock; undefined when empty. */
export const instantOf = (typed: string): number | undefined => {
  const at = Date.parse(`${typed}+08:00`)
  return typed === '' || Number.isNaN(at) ? undefined : at
}
