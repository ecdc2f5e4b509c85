import { describe, expect, it } from 'vitest'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import { probed } from './cameras.ts'
import { at, given } from './timeline.ts'

export interface KeepingCase {
  readonly rule: AnyRule
  readonly area: string
  /** A probe, the youngest oldest moment that is still lawful then, and one a moment younger. */
  readonly when: string
  readonly last: string
  readonly past: string
  /** Two later probes, within the month. */
  readonly next: string
  readonly whole: string
  /** The last probe before the rule came into force and the first one after, both far too short. */
  readonly before: readonly [when: string, oldest: string]
  readonly first: readonly [when: string, oldest: string]
}

const far = '2031-01-01 00:00'

/** At the limit exactly · just past it · a new recorder and another area · ends when it is kept again · the day of the law · a late probe. */
export const describeKeeping = (sentence: string, c: KeepingCase): void => {
  describe(sentence, () => {
    const found = (oldest: string, more: object = {}) => given(c.rule, probed(c.when, c.area, oldest, more)).until(far)
    it('accepts what is kept for the term exactly', () => expect(found(c.last)).toEqual([]))
    it('opens for a moment less and asks the owner of the recorder', () =>
      expect(found(c.past)).toMatchObject([{ since: at(c.when), concerns: { unit: 'tech-1', officers: [] } }]))
    it('does not judge a recorder whose term has not passed yet, nor another area', () => {
      expect(found(c.past, { inServiceSince: at(c.past) })).toEqual([])
      expect(found(c.past, { area: c.area === 'public' ? 'other' : 'public' })).toEqual([])
    })
    it('stays one finding while it is short, and ends when it can be played for the whole term again', () => {
      const again = given(
        c.rule,
        probed(c.when, c.area, c.past),
        probed(c.next, c.area, c.next),
        probed(c.whole, c.area, c.past),
      )
      expect(again.events(far).map((e) => e.is)).toEqual(['opened', 'continued', 'ended'])
    })
    it('judges nothing before the law, and from its first day on', () => {
      expect(given(c.rule, probed(c.before[0], c.area, c.before[1])).until(far)).toEqual([])
      expect(given(c.rule, probed(c.first[0], c.area, c.first[1])).until(far)).toHaveLength(1)
    })
    it('dates a probe that is heard of late by when it was made', () => {
      const [event] = given(c.rule, probed(c.when, c.area, c.past, {}, '2030-01-01 00:00')).events(far)
      expect(event).toMatchObject({ is: 'opened', at: at('2030-01-01 00:00'), finding: { since: at(c.when) } })
    })
  })
}
