import type { AuditView } from '../../../server/contract/views.ts'
import { labelOf, readable } from '../../finding/fact.ts'
import { words } from '../../i18n/language.ts'

/** The subject first, then the rest, as one line; geometry is named, not printed. */
export const lineOf = (entry: AuditView): string =>
  Object.entries(entry.data)
    .filter(([k, v]) => v !== null && v !== '' && k !== 'by')
    .map(
      ([k, v]) =>
        `${labelOf(k)} ${Array.isArray(v) && v.length > 4 ? `[${v.length}]` : k === 'polygon' ? '…' : k === 'what' ? viewed(v) : readable(k, v)}`,
    )
    .join('　')

/** What was looked at, in words. */
const viewed = (what: unknown): string =>
  (words().audit.views as Readonly<Record<string, string>>)[String(what)] ?? String(what)
