import { all, type CaseFile, type Seen } from './case-file.ts'

type Signed = Seen<'act.signed'>
type Signer = NonNullable<Signed['data']['signedBy']>[number]
type Note = Signed['data']['noted'][number]

/** What a record says of its signatures; one that is signed several times bears them all. */
export interface Signatures {
  readonly signed: readonly Signed[]
  /** Undefined while a signing does not say who else signed. */
  readonly by: ReadonlySet<Signer> | undefined
  readonly notes: ReadonlySet<Note | 'person-refused'>
}

/** The signatures under the record of an act; undefined while it is unsigned. */
export const signatures = (file: CaseFile<'act.signed'>): Signatures | undefined => {
  const signed = all(file, 'act.signed')
  if (signed.length === 0) return undefined
  const stated = signed.every((s) => s.data.signedBy !== null)
  return {
    signed,
    by: stated ? new Set(signed.flatMap((s) => s.data.signedBy ?? [])) : undefined,
    notes: new Set(signed.flatMap((s) => [...s.data.noted, ...(s.data.refused ? ['person-refused' as const] : [])])),
  }
}
