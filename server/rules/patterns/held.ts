import type { MeasureKind } from '../../domain/observation/measure.ts'
import { byMeasure, isMeasure } from './subjects.ts'

/**
 * The person held: of a passage by its wristband, of a measure only when it is of these kinds, of anything
 * else the person it names.
 */
export const held =
  (...kinds: readonly MeasureKind[]) =>
  ({ data }: { readonly data: object }): string | undefined => {
    const d = data as Readonly<Record<string, unknown>>
    if ('who' in data) return d.as === 'held' ? String(d.who) : undefined
    if (isMeasure(data) && byMeasure(...kinds)({ data }) === undefined) return undefined
    return typeof d.person === 'string' ? d.person : undefined
  }
