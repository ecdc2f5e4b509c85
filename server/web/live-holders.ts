import type { Snapshot } from '../contract/views.ts'

/**
 * Remembers whose consoles hold a carrier or a zone. Returns, for an item that went elsewhere, the unit that held it
 * until now (null: everybody did), and undefined when it stayed.
 */
export const createHolders = ({ carriers, zones }: Pick<Snapshot, 'carriers' | 'zones'>) => {
  const unitByItem = new Map<string, string | null>([
    ...carriers.map((c): [string, string] => [`carrier ${c.id}`, c.unit]),
    ...zones.map((z): [string, string | null] => [`zone ${z.id}`, z.unit]),
  ])
  return (kind: 'carrier' | 'zone', id: string, unit: string | null): string | null | undefined => {
    const before = unitByItem.get(`${kind} ${id}`)
    unitByItem.set(`${kind} ${id}`, unit)
    return before === unit ? undefined : before
  }
}
