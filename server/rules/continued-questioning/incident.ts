import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { type CaseFile, first, type Seen } from '../patterns/case-file.ts'

type Incident = Seen<'custody.incident'>

/** The incident of the file, when it is one of these kinds and befell somebody while under continued questioning. */
export const incidentDuring = <K extends ObservationKind>(
  file: CaseFile<K | 'custody.incident'>,
  { custody }: Register,
  of: readonly Incident['data']['of'][],
): Incident | undefined => {
  const incident = first(file as CaseFile<'custody.incident'>, 'custody.incident')
  if (!incident || !of.includes(incident.data.of)) return undefined
  const held = custody.measuresAt(incident.data.person, incident.at)
  return held.some((m) => m.kind === 'continued-questioning') ? incident : undefined
}
