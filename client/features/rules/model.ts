import type { RuleDetail, RuleState } from '../../../server/contract/rulebook.ts'
import type { RuleView } from '../../../server/contract/views.ts'

export type Show = 'all' | 'off' | 'waiting'

/** The rules that the search names, in the order of the rulebook. Every word must be found somewhere. */
export const matching = (
  rules: readonly RuleView[],
  stateOf: (rule: string) => RuleState | undefined,
  search: string,
  show: Show,
): readonly RuleView[] => {
  const wanted = search
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '')
  return rules.filter((r) => {
    const state = stateOf(r.id)
    if (show === 'off' && state?.on !== false) return false
    if (show === 'waiting' && (state?.waiting ?? 0) === 0) return false
    const text = [r.id, r.title.zh, r.title.en, ...r.citations.map((c) => `${c.law}${c.article}`)]
      .join(' ')
      .toLowerCase()
    return wanted.every((w) => text.includes(w))
  })
}

/** Whether a sentence of the law was in force on a China day. */
export const inForceOn = ({ from, until }: RuleView['citations'][number], day: string): boolean =>
  from <= day && (until === null || day < until)

/** `2026-01-31`, a day of the calendar. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** A row for each parameter, a column for each time the values changed. */
export interface ValueTable {
  readonly columns: readonly { readonly from: number; readonly is: 'past' | 'now' | 'ahead' }[]
  readonly rows: readonly {
    readonly param: string
    readonly local: RuleView['localSettings'][number] | undefined
    readonly values: readonly { readonly value: unknown; readonly changed: boolean }[]
  }[]
}

export const valueTable = ({ rule, values }: Pick<RuleDetail, 'rule' | 'values'>, now: number): ValueTable => {
  const current = values.findLastIndex((v) => v.from <= now)
  const columns = values.map(({ from }, i) => ({
    from,
    is: i === current ? ('now' as const) : i > current ? ('ahead' as const) : ('past' as const),
  }))
  const names = [...new Set(values.flatMap((v) => Object.keys(v.value)))]
  const rows = names.map((param) => ({
    param,
    local: rule.localSettings.find((s) => s.param === param),
    values: values.map((v, i) => {
      const before = values[i - 1]?.value[param]
      return { value: v.value[param], changed: i > 0 && JSON.stringify(before) !== JSON.stringify(v.value[param]) }
    }),
  }))
  // What the bureau may change first.
  return { columns, rows: rows.sort((a, b) => Number(b.local !== undefined) - Number(a.local !== undefined)) }
}

/** The values that hold now. */
export const currentValues = ({ values }: Pick<RuleDetail, 'values'>, now: number): Readonly<Record<string, unknown>> =>
  values.findLast((v) => v.from <= now)?.value ?? values[0]?.value ?? {}

export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Bars of one series in a box: `of` series side by side share a day's width. The highest of all series fills the box. */
export const bars = (
  counts: readonly number[],
  highest: number,
  box: { readonly width: number; readonly height: number },
  series = 0,
  of = 1,
): readonly Bar[] => {
  const slot = box.width / Math.max(1, counts.length)
  const width = Math.max(1, (slot - 2) / of)
  return counts.map((n, i) => {
    // One finding must be seen beside a thousand.
    const height = n === 0 ? 0 : Math.max(2, (n / Math.max(1, highest)) * box.height)
    return { x: i * slot + 1 + series * width, y: box.height - height, width, height }
  })
}

/** A number as it is typed; undefined for anything else. */
export const typedNumber = (text: string): number | undefined => {
  if (text.trim() === '') return undefined
  const n = Number(text)
  return Number.isFinite(n) ? n : undefined
}

/** What a back-test is asked: only what differs from what holds now; `on` when a rule that is off is tried on. */
export const backtestSpec = (
  rule: string,
  typed: Readonly<Record<string, string>>,
  current: Readonly<Record<string, unknown>>,
  on: boolean,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const changed = Object.entries(typed).flatMap(([param, text]) => {
    const n = typedNumber(text)
    return n === undefined || n === current[param] ? [] : [[param, n] as const]
  })
  return { [rule]: { ...Object.fromEntries(changed), ...(on ? { enabled: true } : {}) } }
}
