import { EARLY_MS, LATE_MS, MAX_BODY_BYTES } from '../gateways/cloudevents-receive.ts'
import { refusals } from '../gateways/cloudevents-refusal.ts'
import { catalogue } from '../protocols/cloudevents/catalogue/index.ts'
import type { EventType } from '../protocols/cloudevents/event-type.ts'
import { jsonSchemaOf } from '../protocols/cloudevents/observe.ts'
import { encode } from '../protocols/onvif-ej/codec.ts'
import { topicWords } from './intake-topics.ts'
import { introduction, mqttWords, sourcesFile } from './intake-words.ts'

/** docs/intake.md: the two doors, every refusal, every type of event with its fields, every topic. */
export const intakePage = (): string =>
  [
    introduction({ bodyBytes: MAX_BODY_BYTES, earlyMs: EARLY_MS, lateMs: LATE_MS }),
    '| status | error | what would be right |',
    '|---|---|---|',
    ...Object.entries(refusals).map(([code, [status, zh, en]]) => `| ${status} | \`${code}\` | ${en} ${zh} |`),
    '',
    sourcesFile,
    '### Types of event\n',
    'Served as JSON Schema by `GET /intake/schemas` (the list) and `GET /intake/schemas/<type>`. What each becomes in the journal: [journal-format.md](journal-format.md).\n',
    '| type | | |',
    '|---|---|---|',
    ...catalogue.map(({ type, title }) => `| [${type}](#${type.replaceAll('.', '')}) | ${title.zh} | ${title.en} |`),
    '',
    ...catalogue.map(section),
    mqttWords,
    '### Topics\n',
    '| topic | becomes | example |',
    '|---|---|---|',
    ...topicWords.map(topicRow),
    '',
  ].join('\n')

interface Field {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly items?: Field
  readonly anyOf?: readonly Field[]
  readonly properties?: Readonly<Record<string, Field>>
  readonly required?: readonly string[]
}

const section = (one: EventType): string => {
  const { properties = {}, required = [] } = jsonSchemaOf(one) as Field
  const example = {
    specversion: '1.0',
    id: '1',
    source: '/case',
    type: one.type,
    time: '2026-01-05T12:00:00+08:00',
    data: one.example,
  }
  return [
    `#### ${one.type}\n`,
    `${one.title.zh} · ${one.title.en}. Becomes ${one.yields.map((kind) => `\`${kind}\``).join(', ')}.\n`,
    '| field | type | |',
    '|---|---|---|',
    ...Object.entries(properties).map(([name, field]) => {
      const optional = 'default' in field ? `, else ${JSON.stringify(field.default)}` : ', may be left out'
      const needed = required.includes(name) ? '' : optional
      return `| \`${name}\` | ${cell(typeOf(field))}${cell(needed)} | ${cell(field.description ?? '')} |`
    }),
    '',
    `\`\`\`json\n${JSON.stringify(example)}\n\`\`\`\n`,
  ].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const typeOf = (field: Field): string => {
  if (field.anyOf) return field.anyOf.map(typeOf).join(' or ')
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(' · ')
  if (field.format === 'date-time') return 'time with its zone'
  if (field.type === 'array') return `list of ${field.items ? typeOf(field.items) : 'anything'}`
  if (field.properties) return `{ ${Object.keys(field.properties).join(', ')} }`
  if (field.type === 'string') return 'text'
  return typeof field.type === 'string' ? field.type : (field.type?.join(' or ') ?? 'anything')
}

const topicRow = ({ topic, source, data, becomes }: (typeof topicWords)[number]): string => {
  const utcTime = Date.UTC(2026, 0, 5, 1, 20)
  const written = encode({ prefix: 'yl/chengdong', topic, utcTime, source, data })
  const payload = new TextDecoder().decode(written.payload)
  return `| \`${topic}\` | ${cell(becomes)} | \`${written.topic}\`<br>\`${payload}\` |`
}
