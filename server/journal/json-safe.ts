const MAX_DEPTH = 64

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
const textProblem = (text: string, path: string): string | undefined =>
  loneSurrogate.test(text) ? `${path || 'the text'} holds half of a surrogate pair: it is not Unicode text` : undefined
