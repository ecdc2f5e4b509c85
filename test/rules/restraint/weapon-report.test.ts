import { weaponReport as rule } from '../../../server/rules/restraint/weapon-report.ts'
import { describeLimit } from '../../support/limits.ts'

describeLimit('应当将使用武器的情况如实向所属机关书面报告（警械条例第十三条; a day is local）', {
  rule,
  begins: (when, heard) => [
    [when, 'force.used', { use: 'u1', unit: 'station-1', officers: ['o1'], kind: 'firearm', warned: true }, heard],
  ],
  done: (when) => [when, 'force.reported', { use: 'u1', unit: 'station-1', written: true }],
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '1996-01-15 10:00',
  lawBegins: '1996-01-16 00:00',
  lawPast: '1996-01-17 00:01',
  unmoved: [['2026-03-02 11:00', 'force.reported', { use: 'u1', unit: 'station-1', written: false }]],
})
