import { describe, expect, it } from 'vitest'
import type { DataOf } from '../../server/domain/observation/index.ts'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import { measure } from './custody.ts'
import { describeLimit } from './limits.ts'
import { at, given, type Moment } from './timeline.ts'

/** An application of somebody's that must be answered within three days, which move on past days off unless they are in custody. */
export const describeAnswerLimit = (
  sentence: string,
  { rule, kind }: { readonly rule: AnyRule; readonly kind: DataOf<'application.made'>['kind'] },
): void => {
  const made = (when: string, heard?: string): Moment => [
    when,
    'application.made',
    { application: 'x1', kind, person: 'p1', unit: 'station-1' },
    heard,
  ]

  describeLimit(sentence, {
    rule,
    begins: (when, heard) => [made(when, heard)],
    done: (when) => [
      when,
      'application.answered',
      { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
    ],
    begin: '2026-03-06 09:00',
    last: '2026-03-10 00:00',
    past: '2026-03-10 00:01',
    tooEarly: '2012-12-31 09:00',
    lawBegins: '2013-01-01 00:00',
    lawPast: '2013-01-05 00:01',
    // Another application, answered, is not this one; a holiday does not prolong the time of someone in custody.
    unmoved: [
      measure('criminal-detention', { measure: 'm9' }).starts('2026-03-05 09:00'),
      [
        '2026-03-06 09:00',
        'application.answered',
        { application: 'x2', person: 'p1', unit: 'station-1', result: 'done' },
      ],
      [
        '2026-01-01 00:00',
        'calendar.published',
        {
          year: 2026,
          holidays: ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'],
          workdays: [],
          source: 'test',
        },
      ],
    ],
  })

  describe('期间的最后一日为节假日的，以节假日后的第一日为期满日期（刑诉法第一百零五条）', () => {
    // Received on Wednesday: the third day is Saturday 7 March.
    const day = made('2026-03-04 09:00')
    it('moves on to the Monday for someone who is not in custody, and not a moment further', () => {
      expect(given(rule, day).until('2026-03-10 00:00')).toEqual([])
      expect(given(rule, day).until('2026-03-10 00:01')).toMatchObject([{ since: at('2026-03-10 00:00') }])
    })
    it('moves past the public holidays after it', () =>
      expect(
        given(
          rule,
          [
            '2026-01-01 00:00',
            'calendar.published',
            { year: 2026, holidays: ['2026-03-09'], workdays: [], source: 'x' },
          ],
          day,
        ).until('2026-03-11 00:01'),
      ).toMatchObject([{ since: at('2026-03-11 00:00') }]))
    it('stays with its day for someone detained or arrested', () =>
      expect(
        given(rule, measure('arrest', { measure: 'm9' }).starts('2026-03-01 09:00'), day).until('2026-03-10 00:00'),
      ).toMatchObject([{ since: at('2026-03-08 00:00') }]))
    it('says that the holidays were not known', () =>
      expect(given(rule, day).until('2026-03-10 00:01')).toMatchObject([{ facts: { holidaysKnown: false } }]))
  })
}
