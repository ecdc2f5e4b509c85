import { type Family, readAs } from './duty.ts'

const partMemory = readAs('verified; part memory')
const verified = readAs('verified')
const local = readAs('local')

/** 裁量、行政执法监督: Discretion and supervision from outside. */
export const discretion: Family = {
  title: { zh: '裁量、行政执法监督', en: 'Discretion and supervision from outside' },
  duties: [
    partMemory(
      '裁量基准',
      'Benchmarks',
      '行政处罚法 34；行政执法监督条例 12(3)',
      'discretion.outside-band discretion.stale-band',
    ),
    verified(
      '应当从重',
      'Heavier when it must be',
      '治安管理处罚法 22(4)（旧 20(4)）；行政案件程序规定 160',
      'discretion.not-aggravated',
    ),
    verified('从轻、减轻、不予处罚', 'Lighter, or none', '治安管理处罚法 12、20、21', 'discretion.not-mitigated'),
    local(
      '同案不同罚',
      'Like cases, unlike penalties',
      '',
      '',
      'not built: a deviation is a statistic, a prompt to look and never a finding',
    ),
    verified(
      '不得降格、以罚代刑',
      'Crimes not treated as less',
      '治安管理处罚法 8；行政处罚法 57',
      'discretion.downgraded',
    ),
    verified(
      '行政执法监督文书',
      'Letters of enforcement supervision answered',
      '行政执法监督条例 26–29、42',
      'discretion.letter-unanswered',
    ),
  ],
}
