import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { common, joined, type Stretch, without } from '../../../server/domain/duty/spans.ts'

/** Instants from 0 to 12, stretches in any order, empty and overlapping ones among them. */
const END = 12
const some = fc.array(
  fc.record({ from: fc.nat(END), to: fc.oneof({ weight: 6, arbitrary: fc.nat(END) }, fc.constant(Infinity)) }),
  { maxLength: 6 },
)
const holds = (all: readonly Stretch[], at: number): boolean => all.some((s) => s.from <= at && at < s.to)
const instants = Array.from({ length: END + 2 }, (_, i) => i)
const when = (wanted: (at: number) => boolean): number[] => instants.filter(wanted)
const times = (all: readonly Stretch[]): number[] => when((at) => holds(all, at))
/** In order, none empty, and a pause between each and the next: nobody's absence counts as two where it is one. */
const isTidy = (all: readonly Stretch[]): boolean =>
  all.every((s, i) => s.from < s.to && (i === 0 || all[i - 1]!.to < s.from))

describe('times of presence, duty and leave are added and taken from each other to the instant, in whatever order they were heard of', () => {
  it('together: whenever any of them holds, and what touches is one stretch', () =>
    fc.assert(
      fc.property(some, (these) => {
        expect(times(joined(these))).toEqual(times(these))
        expect(isTidy(joined(these))).toBe(true)
      }),
    ))
  it('without: whenever these hold and none of those does', () =>
    fc.assert(
      fc.property(some, some, (these, those) => {
        const left = without(these, those)
        expect(times(left)).toEqual(when((at) => holds(these, at) && !holds(those, at)))
        expect(isTidy(left)).toBe(true)
      }),
    ))
  it('in common: whenever both hold', () =>
    fc.assert(
      fc.property(some, some, (these, those) => {
        const both = common(these, those)
        expect(times(both)).toEqual(when((at) => holds(these, at) && holds(those, at)))
        expect(isTidy(both)).toBe(true)
      }),
    ))
})
