import iconv from 'iconv-lite'

/**
 * The text of a file from a bureau's desk: UTF-8 with or without a mark, UTF-16 as Excel's "Unicode text",
 * otherwise GB18030 as Excel's CSV in a Chinese Windows. Undefined when it is none of them.
 */
export const decodeText = (
  bytes: Uint8Array,
): { text: string; encoding: 'utf-8' | 'utf-16' | 'gb18030' } | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: iconv.decode(Buffer.from(bytes), 'utf-16le'), encoding: 'utf-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: iconv.decode(Buffer.from(bytes), 'utf-16be'), encoding: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Not UTF-8: in a bureau that means GB18030, unless it makes no sense in that either.
    const text = iconv.decode(Buffer.from(bytes), 'gb18030')
    return text.includes('\uFFFD') ? undefined : { text, encoding: 'gb18030' }
  }
}
