/** Whether two values are the same as JSON. The same object is the same without a look inside. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keysA = Object.keys(a)
  const keysB = Object.keys(b)
  if (keysA.length !== keysB.length) return false
  for (const key of keysA) if (!(key in b && sameJson(a[key as keyof typeof a], b[key as keyof typeof b]))) return false
  return true
}
