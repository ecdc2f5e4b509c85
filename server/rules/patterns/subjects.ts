import { type MeasureKind, measureKinds } from '../../domain/observation/measure.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'

interface About {
  readonly data: object
}
const read = (data: object, key: string): unknown => (data as Readonly<Record<string, unknown>>)[key]
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
/** Told of the measure itself, and not of something that merely names one. */
export const isMeasure = (data: object): boolean =>
  typeof read(data, 'measure') === 'string' && (measureKinds as readonly unknown[]).includes(read(data, 'kind'))

/** The measure an observation is about, when its kind is one of these; observations of other families pass by `measure`. */
export const byMeasure =
  (...kinds: readonly MeasureKind[]) =>
  ({ data }: About): string | undefined =>
    isMeasure(data) && !(kinds as readonly unknown[]).includes(read(data, 'kind'))
      ? undefined
      : text(read(data, 'measure'))

/** One thing done in a measure: each time is judged for itself. */
export const byMeasureAndInstant = (...kinds: readonly MeasureKind[]) => {
  const ofMeasure = byMeasure(...kinds)
  return (o: About & { readonly observedAt: Instant }): string | undefined => {
    const measure = ofMeasure(o)
    return measure && `${measure}#${o.observedAt}`
  }
}

/** The stay an observation is about; measures only of these kinds. */
export const byStay =
  (...kinds: readonly MeasureKind[]) =>
  ({ data }: About): string | undefined =>
    isMeasure(data) && kinds.length > 0 && !(kinds as readonly unknown[]).includes(read(data, 'kind'))
      ? undefined
      : text(read(data, 'stay'))

/** The act an observation is about. */
export const byAct = ({ data }: About): string | undefined => text(read(data, 'act'))
export const byPerson = ({ data }: About): string | undefined => text(read(data, 'person'))
export const byApplication = ({ data }: About): string | undefined => text(read(data, 'application'))

/** The measure that a notice is about, or the measure itself. */
export const byMeasureOrNotice =
  (...kinds: readonly MeasureKind[]) =>
  ({ data }: About): string | undefined =>
    'about' in data ? text(read(data, 'about')) : byMeasure(...kinds)({ data })

/** The incident that a notice is about, or the incident itself. */
export const byIncidentOrNotice = ({ data }: About): string | undefined =>
  text(read(data, 'about')) ?? text(read(data, 'incident'))

/**
 * The measures of these kinds that an observation bears on: the one it names, or, when it names none,
 * those of its person that have not been over for long.
 */
export const byMeasureOrPerson =
  (...kinds: readonly MeasureKind[]) =>
  (o: About, { custody }: Register): readonly string[] => {
    const named = byMeasureOrNotice(...kinds)(o)
    if (named !== undefined) return [named]
    const person = byPerson(o)
    if (person === undefined || isMeasure(o.data)) return []
    return custody
      .measuresOf(person)
      .filter((m) => kinds.includes(m.kind))
      .map((m) => m.measure)
  }

export const byCase = ({ data }: About): string | undefined => text(read(data, 'case'))
export const byItem = ({ data }: About): string | undefined => text(read(data, 'item'))
export const byDecision = ({ data }: About): string | undefined => text(read(data, 'decision'))
export const byRequest = ({ data }: About): string | undefined => text(read(data, 'request'))
export const byPetition = ({ data }: About): string | undefined => text(read(data, 'petition'))
export const byOfficerMeasure = ({ data }: About): string | undefined => text(read(data, 'officerMeasure'))
export const byPayment = ({ data }: About): string | undefined => text(read(data, 'payment'))
export const byAccount = ({ data }: About): string | undefined => text(read(data, 'account'))

/** The item an observation names, the one its appraisal is about, or those that were taken in its case. */
export const byItemOrCase = (o: About, { casework }: Register): string | readonly string[] | undefined => {
  const item = byItem(o)
  if (item !== undefined) return item
  const appraisal = text(read(o.data, 'appraisal'))
  if (appraisal !== undefined) return casework.appraisal(appraisal)?.item ?? undefined
  return casework.itemsOf(byCase(o))
}

/** The decision an observation names or is about, or those of its case when a served paper names none. */
export const byDecisionOrCase = (o: About, { casework }: Register): string | readonly string[] | undefined =>
  byDecision(o) ?? text(read(o.data, 'about')) ?? casework.decisionsOf(byCase(o))

/** The appraisal an observation names or is about, or those of its case when a served paper names none. */
export const byAppraisalOrCase = (o: About, { casework }: Register): string | readonly string[] | undefined =>
  text(read(o.data, 'appraisal')) ?? text(read(o.data, 'about')) ?? casework.appraisalsOf(byCase(o))
