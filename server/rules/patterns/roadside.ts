import type { ObservationKind } from '../../domain/observation/index.ts'
import { all, type CaseFile, last, type Seen } from './case-file.ts'

export const roadsideKinds = ['roadside.set-up', 'roadside.taken-down'] as const
type Kind = (typeof roadsideKinds)[number]
export type Setup = Seen<'roadside.set-up'>

export const bySite = ({
  data,
}: {
  readonly kind: ObservationKind
  readonly data: { readonly site: string }
}): string => data.site

/** What was told last of a site, and since when it has been wrong in a row; undefined when it is right or taken down. */
export const wrongSetup = (
  file: CaseFile<Kind>,
  wrong: (setup: Setup) => boolean,
): { since: number; setup: Setup } | undefined => {
  const told = all(file, 'roadside.set-up')
  const newest = told.at(-1)
  const down = last(file, 'roadside.taken-down')
  if (!newest || !wrong(newest) || (down && down.at >= newest.at)) return undefined
  let since = newest.at
  for (const setup of told.toReversed()) {
    if (!wrong(setup)) break
    since = setup.at
  }
  return { since, setup: newest }
}
