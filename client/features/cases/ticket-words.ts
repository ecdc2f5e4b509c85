import type { Dictionary } from '../../i18n/zh.ts'

/** What a field of a ticket, or of what is told of it, is called here. */
export const fieldName = ({ fields }: Dictionary['tickets'], field: string): string =>
  (fields as Readonly<Record<string, string>>)[field] ?? field
