import type { AnyRule, Citation } from '../rules/define-rule.ts'
import { rulebook } from '../rules/index.ts'

/** docs/rules.md: every rule with its duty, its articles, its values and what it cannot see. */
export const rulesPage = (): string =>
  [
    '# The rulebook\n',
    '<!-- Made by `npm run docs` from the rules; do not edit. -->\n',
    `${rulebook.length} rules. A value the law leaves open is a **local setting** (LOCAL): the default is ours, the bureau sets its own.`,
    'A rule opens a *finding* (问题线索); only a person confirms it. How findings are printed: [journal-format.md](journal-format.md).\n',
    '| rule | what is wrong | 问题 | grade |',
    '|---|---|---|---|',
    ...rulebook.map(
      (r) =>
        `| [${r.id}](#${r.id.replaceAll('.', '')}) | ${r.title.en}${r.shipsOff ? ' (ships switched off)' : ''} | ${r.title.zh} | ${r.grade} |`,
    ),
    '',
    ...rulebook.map(section),
  ].join('\n')

const section = (rule: AnyRule): string =>
  [
    `## ${rule.id}\n`,
    `**${rule.title.en}** · **${rule.title.zh}** · grade ${rule.grade}\n`,
    ...(rule.shipsOff ? [`Ships switched off: ${rule.shipsOff.en} · ${rule.shipsOff.zh}\n`] : []),
    ...rule.citations.map(citation),
    '',
    ...valueTables(rule),
    `Cannot see: ${rule.limits.en}\n`,
    `看不到：${rule.limits.zh}\n`,
    `Consumes: ${rule.consumes.map((kind: string) => `\`${kind}\``).join(', ')}\n`,
  ].join('\n')

const citation = ({ law, article, text, inForce, checked }: Citation): string => {
  const until = inForce.until ? ` until ${inForce.until}` : ''
  const how = checked === 'verified' ? '' : ' (read in a secondary source only)'
  return `- ${law} ${article}, in force from ${inForce.from}${until}${how}: “${text}”`
}

const valueTables = (rule: AnyRule): string[] => {
  const columns = rule.params.map((p) => p.value as Readonly<Record<string, unknown>>)
  const names = [...new Set(columns.flatMap((value) => Object.keys(value)))]
  if (names.length === 0) return []
  return [
    `| value | ${rule.params.map((p) => `from ${p.from}`).join(' | ')} | |`,
    `|---|${rule.params.map(() => '---').join('|')}|---|`,
    ...names.map((name) => {
      const local = rule.localSettings.find((s) => s.param === name)
      const note = local ? `LOCAL · ${local.title.en} · ${local.title.zh} (${local.unit})` : 'law'
      return `| \`${name}\` | ${columns.map((value) => shown(value[name])).join(' | ')} | ${note} |`
    }),
    '',
  ]
}

const shown = (value: unknown): string =>
  value === undefined || value === null
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value).replaceAll('|', '\\|')
      : String(value)
