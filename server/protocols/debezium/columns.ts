import type { Json } from './position.ts'

/** What stands where the log did not hold the value: as text, and as the base64 of its bytes. */
const PLACEHOLDERS = new Set(['__debezium_unavailable_value', 'X19kZWJleml1bV91bmF2YWlsYWJsZV92YWx1ZQ=='])

const isUnavailable = (value: unknown): boolean =>
  (typeof value === 'string' && PLACEHOLDERS.has(value)) ||
  (Array.isArray(value) && value.length === 1 && isUnavailable(value[0]))

/** Columns of either image whose value the source did not send, in the order of their names. */
export const unavailableIn = (before: Json | null, after: Json | null): string[] => {
  const found = [before, after].flatMap((row) =>
    Object.entries(row ?? {}).flatMap(([column, value]) => (isUnavailable(value) ? [column] : [])),
  )
  return [...new Set(found)].sort()
}

const isBlank = (value: unknown): boolean => value === null || value === '' || value === 0 || value === false

/**
 * Whether the row before the change is not told. With `REPLICA IDENTITY DEFAULT` (and its like elsewhere) the image
 * is absent, or holds the key alone, or holds the key and blanks for everything else: a connector that must write
 * all columns fills in null, "" or 0. None of these says that a column was as it is now.
 */
export const isBeforeMissing = (
  op: string,
  before: Json | null,
  after: Json | null,
  key: readonly string[] | undefined,
): boolean => {
  if (op !== 'u' && op !== 'd') return false
  if (before === null) return true
  const columns = Object.keys(before)
  if (after !== null && Object.keys(after).some((column) => !Object.hasOwn(before, column))) return true
  if (key === undefined) return op === 'd' && columns.length <= 1
  const others = columns.filter((column) => !key.includes(column))
  // A table that is nothing but its key has told all there is.
  if (others.length === 0) return after === null || Object.keys(after).some((column) => !key.includes(column))
  if (!others.every((column) => isBlank(before[column]))) return false
  return after === null || others.some((column) => !isBlank(after[column]))
}
