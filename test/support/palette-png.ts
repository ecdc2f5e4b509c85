import { deflateSync, inflateSync } from 'node:zlib'

/** PNG (W3C, third edition) §5.2 signature. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const COLOURS = 256

interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes a point, row after row. */
  readonly rgb: Buffer
}

/** The same picture with at most 256 colours (median cut): for screens, a third of the size and the same to the eye. */
export const withPalette = (png: Buffer): Buffer => {
  const { width, height, rgb } = decode(png)
  const counts = new Map<number, number>()
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = (rgb[i]! << 16) | (rgb[i + 1]! << 8) | rgb[i + 2]!
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const { palette, indexByColour } = cut(counts)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    rows[to++] = 0
    for (let x = 0; x < width; x++, from += 3)
      rows[to++] = indexByColour.get((rgb[from]! << 16) | (rgb[from + 1]! << 8) | rgb[from + 2]!)!
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))
  const parts = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))]
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))])
}

/** Eight-bit RGB or RGBA without interlace, as browsers write screenshots. Throws on anything else. */
const decode = (png: Buffer): Picture => {
  const data: Buffer[] = []
  let [width, height, channels] = [0, 0, 0]
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      ;[width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
      channels = { 2: 3, 6: 4 }[body[9]!] ?? 0
      if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error('not an eight-bit RGB picture')
    }
    if (type === 'IDAT') data.push(body)
    at += 12 + length
  }
  const stride = width * channels
  const raw = inflateSync(Buffer.concat(data))
  const rgb = Buffer.alloc(width * height * 3)
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; y++) {
    const row = Buffer.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    unfilter(raw[y * (stride + 1)]!, row, above, channels)
    for (let x = 0; x < width; x++) row.copy(rgb, (y * width + x) * 3, x * channels, x * channels + 3)
    above = row
  }
  return { width, height, rgb }
}

/** §9.2: the five filters, undone in place. */
const unfilter = (type: number, row: Buffer, above: Buffer, step: number): void => {
  for (let i = 0; i < row.length; i++) {
    const [a, b, c] = [i < step ? 0 : row[i - step]!, above[i]!, i < step ? 0 : above[i - step]!]
    row[i] = (row[i]! + [0, a, b, (a + b) >> 1, type === 4 ? paeth(a, b, c) : 0][type]!) & 255
  }
}
const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

const part = (colour: number, channel: number): number => (colour >> (16 - 8 * channel)) & 255

/** Median cut: the box with the widest channel is halved until there are enough; each box becomes its mean. */
const cut = (counts: ReadonlyMap<number, number>) => {
  const width = (box: readonly number[]): [number, number] => {
    const spans = [0, 1, 2].map((ch) => {
      let [low, high] = [255, 0]
      for (const c of box) {
        low = Math.min(low, part(c, ch))
        high = Math.max(high, part(c, ch))
      }
      return high - low
    })
    const widest = Math.max(...spans)
    return [spans.indexOf(widest), widest]
  }
  const boxOf = (colours: number[]) => {
    const [channel, span] = width(colours)
    return { colours, channel, span }
  }
  const boxes = [boxOf([...counts.keys()])]
  while (boxes.length < COLOURS) {
    const next = boxes.reduce((best, box) => (box.span > best.span ? box : best))
    if (next.span === 0) break
    const sorted = next.colours.sort((a, b) => part(a, next.channel) - part(b, next.channel))
    const middle = sorted.length >> 1
    boxes.splice(boxes.indexOf(next), 1, boxOf(sorted.slice(0, middle)), boxOf(sorted.slice(middle)))
  }
  const indexByColour = new Map<number, number>()
  const palette = boxes.map(({ colours }, index) => {
    let total = 0
    const sums = [0, 0, 0]
    for (const c of colours) {
      const n = counts.get(c)!
      total += n
      for (const ch of [0, 1, 2]) sums[ch]! += part(c, ch) * n
      indexByColour.set(c, index)
    }
    const [r, g, b] = sums.map((s) => Math.round(s / total))
    return (r! << 16) | (g! << 8) | b!
  })
  return { palette, indexByColour }
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})
/** Annex D: the CRC over type and data. */
const crc = (bytes: Buffer): number => {
  let c = 0xffffffff
  for (const b of bytes) c = table[(c ^ b) & 255]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
const chunk = (type: string, body: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(typed.length + 8)
  out.writeUInt32BE(body.length, 0)
  typed.copy(out, 4)
  out.writeUInt32BE(crc(typed), out.length - 4)
  return out
}
