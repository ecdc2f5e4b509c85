import type { County } from '../county/county.ts'
import { type CountyFile, countyFiles } from '../county/files.ts'
import type { Scenario } from './scenario.ts'

const MINUTE = 60_000
/** `2026-03-10 10:00:00`, China time, as people write it into tables. */
const chinaTime = (at: number): string => new Date(at + 8 * 60 * MINUTE).toISOString().slice(0, 19).replace('T', ' ')

/**
 * What the bureau must know before a scenario starts, as a folder for the import: the county itself, and the
 * shifts, tasks and orders of the scenario in place of the county's roster.
 */
export const referenceFiles = (county: County, scenario: Scenario, startAt: number): CountyFile[] => {
  const when = (minute: number): string => chinaTime(startAt + minute * MINUTE)
  const { shifts, arrangements } = tablesOf(county, scenario, when)
  const files = countyFiles(county)
  // A scenario without shifts of its own lives by the county's roster.
  return scenario.reference.shifts.length === 0
    ? [...files, ...arrangements]
    : [...files.filter((f) => f.name !== 'roster.csv'), shifts, ...arrangements]
}

/** The tasks and orders of a scenario for a demonstration that may begin at any time: `+12` is its twelfth minute. */
export const demoFiles = (county: County, scenario: Scenario): readonly CountyFile[] =>
  tablesOf(county, scenario, (minute) => `+${minute}`).arrangements

const tablesOf = (county: County, scenario: Scenario, when: (minute: number) => string) => {
  const { shifts, tasks, orders } = scenario.reference
  const unitOf = (carrier: string): string =>
    [...county.cars, ...county.officers].find((c) => carrier.endsWith(`/${c.id}`))?.unit ?? 'bureau'
  const crewOf = (carrier: string): string =>
    carrier.startsWith('officer/')
      ? carrier.slice(8)
      : (county.duties.find((d) => d.carrier === carrier)?.crew.join(' ') ?? '')
  const table = (rows: readonly (readonly (string | number)[])[]): string =>
    `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`
  const ownShifts: CountyFile = {
    name: 'shifts.csv',
    text: table([
      ['班次', '承载者', '单位', '巡区', '开始', '结束', '人员'],
      ...shifts.map((s, i) => [
        `${scenario.id}-${i + 1}`,
        s.carrier,
        unitOf(s.carrier),
        s.beat ?? '',
        when(s.from),
        when(s.to),
        crewOf(s.carrier),
      ]),
    ]),
  }
  const arrangements: CountyFile[] = [
    {
      name: 'tasks.csv',
      text: table([
        ['任务', '承载者', '事由', '开始', '结束', '批准人'],
        ...tasks.map((t, i) => [`${scenario.id}-T${i + 1}`, t.carrier, t.purpose, when(t.from), when(t.to), 'P49']),
      ]),
    },
    {
      name: 'orders.csv',
      text: table([
        ['指令', '警情', '承载者', '经度', '纬度', '紧急', '下达时间', '结束时间', '结果'],
        ...orders.map((o, i) => [
          `${scenario.id}-O${i + 1}`,
          `${scenario.id}-J${i + 1}`,
          o.carriers.join(' '),
          '',
          '',
          o.urgent ? '是' : '否',
          when(o.from),
          when(o.to),
          '处置完毕',
        ]),
      ]),
    },
  ]
  return { shifts: ownShifts, arrangements }
}
