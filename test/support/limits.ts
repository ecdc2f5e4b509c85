import { describe, expect, it } from 'vitest'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import { at, given, type Moment } from './timeline.ts'

/** What the six tests of a time limit need to know of one duty. */
export interface LimitCase {
  readonly rule: AnyRule
  /** The beginning, at `when`, heard of at `heard`. */
  readonly begins: (when: string, heard?: string) => readonly Moment[]
  /** What has to be done, at `when`. */
  readonly done: (when: string) => Moment
  readonly begin: string
  /** The last lawful instant for that beginning, and a moment later. */
  readonly last: string
  readonly past: string
  /** A beginning on the day before the rule came into force. */
  readonly tooEarly: string
  /** The first moment of the law, and a moment past its limit. */
  readonly lawBegins: string
  readonly lawPast: string
  /** Things that do not stop or prolong the clock. */
  readonly unmoved?: readonly Moment[]
}

const far = '2031-01-01 00:00'

/** Exactly at the limit · just past it, nobody reporting · no pause, no prolongation · the day the law began · a late device. */
export const describeLimit = (sentence: string, c: LimitCase): void => {
  describe(sentence, () => {
    it('finds nothing when it is done at the last lawful instant', () =>
      expect(given(c.rule, ...c.begins(c.begin), c.done(c.last)).until(far)).toEqual([]))
    it('finds nothing at the limit itself and opens just past it, with nobody reporting', () => {
      expect(given(c.rule, ...c.begins(c.begin)).until(c.last)).toEqual([])
      expect(given(c.rule, ...c.begins(c.begin)).until(c.past)).toMatchObject([
        { since: at(c.last), openedAt: at(c.last) + 1 },
      ])
    })
    it('neither pauses nor is prolonged', () =>
      expect(given(c.rule, ...c.begins(c.begin), ...(c.unmoved ?? [])).until(c.past)).toMatchObject([
        { since: at(c.last) },
      ]))
    it('opens when it is done too late, and keeps the finding', () =>
      expect(given(c.rule, ...c.begins(c.begin), c.done(c.past)).until(far)).toMatchObject([{ since: at(c.last) }]))
    it('judges nothing that began before the law, and everything from its first moment', () => {
      expect(given(c.rule, ...c.begins(c.tooEarly)).until(far)).toEqual([])
      expect(given(c.rule, ...c.begins(c.lawBegins)).until(c.lawPast)).toHaveLength(1)
    })
    it('dates the breach truly when it is heard of late', () =>
      expect(given(c.rule, ...c.begins(c.begin, far)).until('2031-01-01 00:01')).toMatchObject([
        { since: at(c.last), openedAt: at(far) },
      ]))
  })
}
