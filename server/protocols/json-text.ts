const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** An escape that may be half of a surrogate pair. */
const escaped = /\\u[dD][89a-fA-F]/
const half = /\p{Surrogate}/u

export type JsonText =
  | { readonly value: unknown }
  | { readonly problem: 'not-utf8' | 'not-json'; readonly detail: string }

export interface JsonOptions {
  /** `text`: a whole number beyond 2^53, such as a key of a row, comes back as its digits instead of another number. */
  readonly longNumbers?: 'rounded' | 'text'
}

const numeral = /-?\d+(?![\d.eE])/y

/** Whole numbers beyond 2^53 in quotation marks; texts are passed over. One pass, whatever the text. */
const withLongNumbersQuoted = (json: string): string => {
  const parts: string[] = []
  let kept = 0
  for (let i = 0; i < json.length; ) {
    const c = json.charCodeAt(i)
    if (c === 0x22) {
      i++
      while (i < json.length && json.charCodeAt(i) !== 0x22) i += json.charCodeAt(i) === 0x5c ? 2 : 1
      i++
      continue
    }
    numeral.lastIndex = i
    const found = c === 0x2d || (c >= 0x30 && c <= 0x39) ? numeral.exec(json)?.[0] : undefined
    if (found === undefined) {
      i += /[\d.eE+-]/.test(json[i]!) ? restOfNumber(json, i) : 1
      continue
    }
    if (found.length >= 16 && !Number.isSafeInteger(Number(found))) {
      parts.push(json.slice(kept, i), '"', found, '"')
      kept = i + found.length
    }
    i += found.length
  }
  return parts.length === 0 ? json : parts.join('') + json.slice(kept)
}

/** How far a number with a fraction or an exponent reaches. */
const restOfNumber = (json: string, from: number): number => {
  let to = from + 1
  while (to < json.length && /[\d.eE+-]/.test(json[to]!)) to++
  return to - from
}

/**
 * Reads JSON text (RFC 8259) that came from outside. Never throws. No byte order mark (§8.1), and no half of a
 * surrogate pair (§8.2): it has no UTF-8, so it could not be kept as it came.
 */
export const readJson = (bytes: Uint8Array, { longNumbers = 'rounded' }: JsonOptions = {}): JsonText => {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return { problem: 'not-utf8', detail: 'the bytes are not UTF-8' }
  }
  if (longNumbers === 'text' && /\d{16}/.test(text)) text = withLongNumbersQuoted(text)
  let broken = false
  const look = (name: string, value: unknown): unknown => {
    broken ||= half.test(name) || (typeof value === 'string' && half.test(value))
    return value
  }
  try {
    const value: unknown = JSON.parse(text, escaped.test(text) ? look : undefined)
    if (broken) return { problem: 'not-json', detail: 'a text holds half of a surrogate pair' }
    return { value }
  } catch (error) {
    return { problem: 'not-json', detail: error instanceof Error ? error.message.slice(0, 200) : 'not JSON' }
  }
}
