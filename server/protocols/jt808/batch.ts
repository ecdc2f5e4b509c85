import { bytesOf, struct, u8, u16 } from '../bytes.ts'
import { type Kind, unreadable } from './kind.ts'
import { LOCATION_SIZE, type Location, readLocation, writeLocation } from './location.ts'

export interface LocationBatch {
  readonly type: 'location-batch'
  /** `backfill` is 盲区补报: buffered where there was no coverage, late and often out of order. */
  readonly kind: 'normal' | 'backfill'
  readonly items: readonly BatchItem[]
}

export interface BatchItem extends Location {
  /** The item as it stood in the body, without its length. */
  readonly raw?: Buffer
}

const head = struct({ count: u16, kind: u8 })

/** 0x0704 定位数据批量上传 (since 2013): count u16, kind u8, then {length u16, location}. */
export const locationBatch: Kind<LocationBatch> = {
  id: 0x0704,
  type: 'location-batch',
  read: (body, reading) => {
    if (body.length < head.size) return unreadable(`a batch needs ${head.size} bytes, the body has ${body.length}`)
    const { count, kind } = head.read(body, 0)
    if (kind > 1) return unreadable(`kind ${kind}, should be 0 (normal) or 1 (backfill)`)
    const items: BatchItem[] = []
    let at = head.size
    while (at < body.length) {
      const start = at + u16.size
      if (start > body.length) return unreadable(`item ${items.length + 1} has no length`)
      const length = u16.read(body, at)
      if (length < LOCATION_SIZE || start + length > body.length)
        return unreadable(
          `item ${items.length + 1} says ${length} bytes, should be ${LOCATION_SIZE} to ${body.length - start}`,
        )
      const raw = body.subarray(start, start + length)
      items.push({ ...readLocation(raw, 0, reading), raw })
      at = start + length
    }
    if (items.length !== count) return unreadable(`the body says ${count} items and holds ${items.length}`)
    return { type: 'location-batch', kind: kind === 1 ? 'backfill' : 'normal', items }
  },
  write: ({ kind, items }) =>
    Buffer.concat([
      bytesOf(head, { count: items.length, kind: kind === 'backfill' ? 1 : 0 }),
      ...items.flatMap((item) => {
        const bytes = writeLocation(item)
        return [bytesOf(struct({ length: u16 }), { length: bytes.length }), bytes]
      }),
    ]),
}
