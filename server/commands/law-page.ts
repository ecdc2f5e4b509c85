import type { AnyRule } from '../rules/define-rule.ts'
import { rulebook } from '../rules/index.ts'
import type { Duty } from './law/duty.ts'
import { dutiesOfLaw } from './law-table.ts'

const byId: ReadonlyMap<string, AnyRule> = new Map(rulebook.map((rule) => [rule.id, rule]))

/** docs/law-coverage.md: every duty of the law, and what watches it. */
export const lawPage = (): string => {
  const listed = [...new Set(dutiesOfLaw.flatMap((f) => f.duties.flatMap((duty) => duty.rules)))]
  const off = listed.filter((id) => byId.get(id)?.shipsOff !== undefined)
  const local = listed.filter((id) => (byId.get(id)?.localSettings.length ?? 0) > 0)
  return [
    '# The law, duty by duty\n',
    '<!-- Made by `npm run docs`; do not edit. -->\n',
    `${listed.length} rules. ${off.length} ship switched off, because their text could not be checked word for word or its validity is doubtful; ${local.length} have values that the law leaves open and the bureau sets. Both are said on the rule’s page in the console. What each rule cannot see: [rules.md](rules.md).\n`,
    `Column *text*: **verified** was read in a full text, **secondary** only where somebody quotes it, **memory** nowhere yet; **number local**: the law gives no number and the bureau sets one. A rule whose text lies in no statute file of ours ships switched off even where somebody read it.\n`,
    ...dutiesOfLaw.flatMap(({ title, duties }) => {
      const columns = duties.some(({ reading }) => reading) ? ['text', ...always] : always
      return [
        `## ${title.zh} · ${title.en}\n`,
        row(['duty', 'where it stands', ...columns]),
        `|${'---|'.repeat(columns.length + 2)}`,
        ...duties.map(line),
        '',
      ]
    }),
  ].join('\n')
}

const always = ['watched by', 'not watched']
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const line = ({ duty, law, rules, open = '', reading }: Duty): string =>
  row([`${duty.zh} · ${duty.en}`, law, ...(reading ? [reading] : []), rules.map(named).join('<br>'), open])

const named = (id: string): string => {
  const rule = byId.get(id)
  const marks = [
    ...(rule?.shipsOff ? ['off'] : []),
    ...(rule?.localSettings.length ? [`local: ${rule.localSettings.map((s) => s.param).join(', ')}`] : []),
  ]
  return `[${id}](rules.md#${id.replaceAll('.', '')})${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`
}
