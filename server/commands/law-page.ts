import type { AnyRule } from '../rules/define-rule.ts'
import { rulebook } from '../rules/index.ts'
import type { Duty } from './law/duty.ts'
import { dutiesOfCustody } from './law-table.ts'

const byId: ReadonlyMap<string, AnyRule> = new Map(rulebook.map((rule) => [rule.id, rule]))

/** docs/law-coverage.md: every duty of questioning and custody, and what watches it. */
export const lawPage = (): string => {
  const listed = [...new Set(dutiesOfCustody.flatMap((f) => f.duties.flatMap((duty) => duty.rules)))]
  const off = listed.filter((id) => byId.get(id)?.shipsOff !== undefined)
  const local = listed.filter((id) => (byId.get(id)?.localSettings.length ?? 0) > 0)
  return [
    '# The law of questioning and custody, duty by duty\n',
    '<!-- Made by `npm run docs`; do not edit. -->\n',
    `${listed.length} rules. ${off.length} ship switched off, because their text could not be checked word for word or its validity is doubtful; ${local.length} have values that the law leaves open and the bureau sets. Both are said on the rule’s page in the console. What each rule cannot see: [rules.md](rules.md).\n`,
    ...dutiesOfCustody.flatMap(({ title, duties }) => [
      `## ${title.zh} · ${title.en}\n`,
      '| duty | where it stands | watched by | not watched |',
      '|---|---|---|---|',
      ...duties.map(line),
      '',
    ]),
  ].join('\n')
}

const line = ({ duty, law, rules, open }: Duty): string =>
  `| ${duty.zh} · ${duty.en} | ${law} | ${rules.map(named).join('<br>')} | ${open ?? ''} |`

const named = (id: string): string => {
  const rule = byId.get(id)
  const marks = [
    ...(rule?.shipsOff ? ['off'] : []),
    ...(rule?.localSettings.length ? [`local: ${rule.localSettings.map((s) => s.param).join(', ')}`] : []),
  ]
  return `[${id}](rules.md#${id.replaceAll('.', '')})${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`
}
