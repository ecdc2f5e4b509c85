import type { AuditView } from '../../../server/contract/views.ts'
import { labelOf, readable } from '../../finding/fact.ts'

/** The subject first, then the rest, as one line; geometry is named, not printed. */
export const lineOf = (entry: AuditView): string =>
  Object.entries(entry.data)
    .filter(([k, v]) => v !== null && v !== '' && k !== 'by')
    .map(
      ([k, v]) =>
        `${labelOf(k)} ${Array.isArray(v) && v.length > 4 ? `[${v.length}]` : k === 'polygon' ? '…' : readable(k, v)}`,
    )
    .join('　')
