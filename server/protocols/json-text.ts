const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** An escape that may be half of a surrogate pair. */
const escaped = /\\u[dD][89a-fA-F]/
const half = /\p{Surrogate}/u

export type JsonText =
  | { readonly value: unknown }
  | { readonly problem: 'not-utf8' | 'not-json'; readonly detail: string }

/**
 * Reads JSON text (RFC 8259) that came from outside. Never throws. No byte order mark (§8.1), and no half of a
 * surrogate pair (§8.2): it has no UTF-8, so it could not be kept as it came.
 */
export const readJson = (bytes: Uint8Array): JsonText => {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return { problem: 'not-utf8', detail: 'the bytes are not UTF-8' }
  }
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
