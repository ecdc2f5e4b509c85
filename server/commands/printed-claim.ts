import { createHearing } from '../domain/corroboration/hearing.ts'
import type { Matrix } from '../domain/corroboration/matrix.ts'
import type { Entry } from '../domain/entry.ts'
import { createRegister } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'
import { scrubbed } from '../supervision/tickets/mask.ts'

const iso = (at: Instant | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())

/** Lets entries through and keeps what claims are held against; entries recorded after `until` are left out. */
export const listenForClaims = (until: Instant | undefined) => {
  const register = createRegister()
  const hearing = createHearing()
  let now = until ?? 0
  return {
    listening: async function* (entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
      for await (const entry of entries) {
        if (until === undefined || entry.recordedAt <= until) {
          hearing.take(entry, register)
          register.apply(entry)
          now = until ?? entry.recordedAt
        }
        yield entry
      }
    },
    matrices: (): readonly Matrix[] => hearing.matrices(register, now),
  }
}

/** A claim with its matrix as `replay --corroboration` prints it: instants as ISO 8601 UTC; numbers of identity masked. */
export const printedClaim = (
  { claim, verdict, cells }: Matrix,
  { unmasked = false }: { readonly unmasked?: boolean } = {},
) => {
  const shown = (text: string): string => (unmasked ? text : scrubbed(text))
  const span = ({ from, to }: { readonly from: Instant; readonly to: Instant | undefined }) => ({
    from: iso(from),
    to: iso(to),
  })
  return {
    claim: claim.act,
    kind: claim.kind,
    unit: claim.unit,
    room: claim.room,
    place: claim.place,
    person: claim.person === null ? null : shown(claim.person),
    officers: claim.parts.map((p) => ({ officer: p.officer, ...span(p) })),
    others: claim.others.map((o) => ({ as: o.as, ...span(o) })),
    ...span(claim),
    seqs: claim.seqs,
    verdict,
    cells: cells.map((c) => ({ ...c, about: shown(c.about) })),
  }
}
