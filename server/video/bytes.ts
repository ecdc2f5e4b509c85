/** A file, or a part of one, as an answer: not JSON. */
export interface Bytes {
  readonly bytes: true
  /** Media type. */
  readonly type: string
  readonly file: string
  /** First and last byte, both included; `total` of the whole file. */
  readonly start: number
  readonly end: number
  readonly total: number
  /** The caller asked for a part. */
  readonly partial: boolean
  /** Offered to be saved under this name. */
  readonly saveAs?: string
}

export const isBytes = (value: unknown): value is Bytes =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes === true && 'file' in value

/** A part of a file as RFC 9110, 14.1.2 asks for it, one range only; `whole` without, `bad` when it lies outside. */
export const rangeOf = (
  header: string | undefined,
  total: number,
): { readonly start: number; readonly end: number } | 'whole' | 'bad' => {
  if (header === undefined) return 'whole'
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  // A form that we do not know is to be ignored (14.2).
  if (!parts || (parts[1] === '' && parts[2] === '')) return 'whole'
  const [from, to] = [parts[1]!, parts[2]!]
  if (from === '') {
    const last = Math.min(Number(to), total)
    return last > 0 ? { start: total - last, end: total - 1 } : 'bad'
  }
  const start = Number(from)
  const end = to === '' ? total - 1 : Math.min(Number(to), total - 1)
  return start < total && start <= end ? { start, end } : 'bad'
}
