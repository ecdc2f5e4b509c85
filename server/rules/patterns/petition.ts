import type { DataOf, ObservationKind } from '../../domain/observation/index.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'

/** A petition from the day it came in, with what was last said of it: whose it is may become known later. */
export const petitionIn = <K extends ObservationKind>(
  file: CaseFile<K | 'petition.received'>,
):
  | {
      readonly at: number
      readonly seen: readonly Seen<'petition.received'>[]
      readonly data: DataOf<'petition.received'>
    }
  | undefined => {
  const told = all(file, 'petition.received') as readonly Seen<'petition.received'>[]
  const [came, newest] = [told[0], told.at(-1)]
  return came && newest && { at: came.at, seen: came === newest ? [came] : [came, newest], data: newest.data }
}
