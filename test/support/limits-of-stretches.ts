import { describe, expect, it } from 'vitest'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import { at, given, type Moment } from './timeline.ts'

/** What the six tests need of a duty that must not be broken for longer than a tolerance. */
export interface StretchCase {
  readonly rule: AnyRule
  /** Everything that must be known, and the beginning of what is wrong, heard of at `heard`. */
  readonly begins: (heard?: string) => readonly Moment[]
  /** What ends it, at `when`, heard of at `heard`. */
  readonly ends: (when: string, heard?: string) => Moment
  /** When it began, the last instant that is tolerated, and a moment later. */
  readonly since: string
  readonly last: string
  readonly past: string
  /** Long after everything. */
  readonly far: string
  /** A time that is not counted, over the whole of it. */
  readonly paused: readonly Moment[]
  /** The same in the last days before the rule, and in its first. */
  readonly before?: readonly Moment[]
  readonly first?: readonly Moment[]
  readonly firstPast?: string
}

/** At the tolerance exactly · just past it, nobody reporting · a paused clock · ends when put right · the day of the law · a late device. */
export const describeStretch = (sentence: string, c: StretchCase): void => {
  describe(sentence, () => {
    it('finds nothing when it ends at the last instant that is tolerated', () =>
      expect(given(c.rule, ...c.begins(), c.ends(c.last)).until(c.far)).toEqual([]))
    it('opens just past it, with nobody reporting, and dates it from its beginning', () => {
      expect(given(c.rule, ...c.begins()).until(c.last)).toEqual([])
      expect(given(c.rule, ...c.begins()).until(c.past)).toMatchObject([
        { since: at(c.since), openedAt: at(c.last) + 1 },
      ])
    })
    it('does not count a time that is excused', () =>
      expect(given(c.rule, ...c.begins(), ...c.paused).until(c.past)).toEqual([]))
    it('ends when it is put right, and is not erased', () => {
      const events = given(c.rule, ...c.begins(), c.ends(c.past)).events(c.far)
      expect(events.map((e) => e.is)).toEqual(['opened', 'continued', 'ended'])
    })
    it('dates it truly when all of it is heard of late, and ends it at once', () => {
      const events = given(c.rule, ...c.begins(c.far), c.ends(c.past, c.far)).events('2031-01-01 00:00')
      expect(events[0]).toMatchObject({ is: 'opened', at: at(c.far), finding: { since: at(c.since) } })
      expect(events.at(-1)).toMatchObject({ is: 'ended' })
    })
    if (c.before && c.first && c.firstPast) {
      const { before, first, firstPast } = c
      it('judges nothing before the law, and everything from its first day', () => {
        expect(given(c.rule, ...before).until(firstPast)).toEqual([])
        expect(given(c.rule, ...first).until(firstPast)).toHaveLength(1)
      })
    }
  })
}
