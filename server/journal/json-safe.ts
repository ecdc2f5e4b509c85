const MAX_DEPTH = 64

/**
 * Whether there is nothing for `jsonProblem` to find, but for half characters (see `halfCharacter`): the same
 * questions without keeping track of the place, ten times as fast.
 */
export const isJsonSafe = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return false
  if (Array.isArray(value)) {
    // By index: a hole in a list is undefined, and `every` would pass it over.
    for (let i = 0; i < value.length; i++) if (!isJsonSafe(value[i], depth + 1)) return false
    return true
  }
  const prototype = Object.getPrototypeOf(value)
  if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) return false
  for (const name in value) if (!isJsonSafe((value as Record<string, unknown>)[name], depth + 1)) return false
  return true
}

/** Whether JSON text may hold half a surrogate pair: JSON.stringify writes those, and only those, as an escape. */
export const halfCharacter = (json: string): boolean => json.includes('\\ud')

/**
 * Why a value would not come back from JSON as it is, and where; undefined when it would. What JSON silently
 * changes (undefined, NaN, Date, Map, half of a surrogate pair) must not become evidence.
 */
export const jsonProblem = (value: unknown, path = '', depth = 0): string | undefined => {
  const at = (problem: string): string => `${path || 'the value'} ${problem}`
  switch (typeof value) {
    case 'boolean':
      return undefined
    case 'number':
      return Number.isFinite(value) ? undefined : at(`is ${value}: JSON has no such number, use null`)
    case 'string':
      return textProblem(value, path)
    case 'object':
      break
    default:
      return at(`is ${typeof value}: leave it out or use null`)
  }
  if (value === null) return undefined
  if (depth >= MAX_DEPTH) return at(`is nested deeper than ${MAX_DEPTH} levels`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const problem = jsonProblem(value[i], `${path}[${i}]`, depth + 1)
      if (problem) return problem
    }
    return undefined
  }
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    return at(`is a ${prototype.constructor?.name ?? 'special object'}: only plain objects, arrays and values`)
  if ('toJSON' in value) return at('has a toJSON: JSON would store something else')
  for (const [name, inner] of Object.entries(value)) {
    const problem =
      textProblem(name, `the name ${JSON.stringify(name)}`) ??
      jsonProblem(inner, path ? `${path}.${name}` : name, depth + 1)
    if (problem) return problem
  }
  return undefined
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Half a surrogate pair has no UTF-8; PostgreSQL and the chain would each write something else for it. */
export const textProblem = (text: string, path: string): string | undefined =>
  loneSurrogate.test(text) ? `${path || 'the text'} holds half of a surrogate pair: it is not Unicode text` : undefined
