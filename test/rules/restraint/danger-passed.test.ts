import { dangerPassed as rule } from '../../../server/rules/restraint/danger-passed.ts'
import { describeLimit } from '../../support/limits.ts'

const of = { use: 'u1', person: 'p1', unit: 'kss-1' }

describeLimit('上述情形消除后，应当予以解除（看守所条例第十七条; half an hour is local）', {
  rule,
  begins: (when, heard) => [[when, 'restraint.danger-passed', of, heard]],
  done: (when) => [when, 'restraint.removed', of],
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:30',
  past: '2026-03-02 10:31',
  tooEarly: '1996-01-15 10:00',
  lawBegins: '1996-01-16 00:00',
  lawPast: '1996-01-16 00:31',
  unmoved: [['2026-03-02 10:10', 'restraint.removed', { ...of, use: 'u2' }]],
})
