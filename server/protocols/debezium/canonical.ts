/**
 * JSON with the names of every object in order (by UTF-16 code units) and no blanks: two who hold the same value
 * write the same text (the serialisation of RFC 8785 for what JSON.parse gives).
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const row = value as Readonly<Record<string, unknown>>
  const names = Object.keys(row)
    .filter((name) => row[name] !== undefined)
    .sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(row[name])}`).join(',')}}`
}
