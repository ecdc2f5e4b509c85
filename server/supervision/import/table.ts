import { CsvError, parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { jsonRows } from './json-table.ts'
import { check, type Report } from './problem.ts'

/** A line of a table, once it is sound. */
export interface Line<T> {
  readonly line: number
  readonly value: T
}
/** What a table looks like: our name of each column, and the headings it may bear in a file. */
export interface TableShape<T> {
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly schema: z.ZodType<T>
  /** Columns that may be missing altogether. */
  readonly optional: readonly string[]
}

const MOST_LINES = 200_000
const LONGEST_CELL = 1_000

/** Told of every line, how many are checked of how many. */
export type Checked = (done: number, of: number) => void

/** Reads one CSV or JSON table. Whatever is wrong is reported with its line; never throws. */
export const readTable = <T>(
  file: string,
  text: string,
  shape: TableShape<T>,
  report: Report,
  checked: Checked = () => undefined,
): Line<T>[] => {
  const raw = /\.json$/i.test(file) ? jsonRows(file, text, report) : split(file, text, report)
  const [header, ...rows] = raw
  if (!header) return []
  const columns = headings(file, header, shape, report)
  if (!columns) return []
  return rows.flatMap((row, i) => {
    checked(i + 1, rows.length)
    if (row.record.every((cell) => cell === '')) return []
    return soundRow(file, row, columns, shape, report)
  })
}

/** A line as it stands in the file, before it is understood. */
export interface RawRow {
  readonly record: readonly string[]
  readonly line: number
}

const split = (file: string, text: string, report: Report): RawRow[] => {
  try {
    const delimiter = text.slice(0, text.indexOf('\n') + 1 || undefined).includes('\t') ? '\t' : ','
    const rows: unknown = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 64_000,
      to: MOST_LINES + 2,
    })
    // `info.lines` is the line a record ends on; with a quoted line break it began earlier.
    const found = (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines - record.join('').split('\n').length + 1,
    }))
    if (found.length === 0)
      report({
        file,
        line: null,
        field: null,
        message: { zh: '文件是空的；第一行应为列名', en: 'the file is empty; its first line should name the columns' },
      })
    if (found.length > MOST_LINES + 1)
      report({
        file,
        line: null,
        field: null,
        message: { zh: `超过${MOST_LINES}行，请拆分`, en: `more than ${MOST_LINES} lines; split it` },
      })
    return found
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : null
    report({
      file,
      line,
      field: null,
      message: {
        zh: `不是有效的CSV（${error.code}）：检查引号和逗号`,
        en: `not valid CSV (${error.code}): look at quotes and commas`,
      },
    })
    return []
  }
}

/** The index of each of our columns, under any of its headings. */
const headings = <T>(
  file: string,
  { record, line }: RawRow,
  shape: TableShape<T>,
  report: Report,
): Map<string, { index: number; heading: string }> | undefined => {
  const byHeading = new Map(
    Object.entries(shape.columns).flatMap(([name, known]) =>
      [name, ...known].map((h) => [h.toLowerCase(), name] as const),
    ),
  )
  const found = new Map<string, { index: number; heading: string }>()
  let sound = true
  const refuse = (field: string, zh: string, en: string): void => {
    sound = false
    report({ file, line, field, message: { zh, en } })
  }
  record.forEach((heading, index) => {
    const name = byHeading.get(heading.toLowerCase())
    if (name === undefined)
      refuse(
        heading,
        `没有这一列；可用：${Object.values(shape.columns)
          .map((k) => k[0])
          .join('、')}`,
        `no such column; known: ${Object.keys(shape.columns).join(', ')}`,
      )
    else if (found.has(name)) refuse(heading, '这一列出现了两次', 'this column appears twice')
    else found.set(name, { index, heading })
  })
  for (const [name, known] of Object.entries(shape.columns))
    if (!found.has(name) && !shape.optional.includes(name))
      refuse(known[0] ?? name, '缺少这一列', `column missing (${name})`)
  return sound ? found : undefined
}

const soundRow = <T>(
  file: string,
  { record, line }: RawRow,
  columns: Map<string, { index: number; heading: string }>,
  shape: TableShape<T>,
  report: Report,
): Line<T>[] => {
  const width = Math.max(...[...columns.values()].map((c) => c.index)) + 1
  if (record.length !== width) {
    report({
      file,
      line,
      field: null,
      message: { zh: `有${record.length}格，应为${width}格`, en: `${record.length} cells where ${width} belong` },
    })
    return []
  }
  const poisoned = [...columns.values()].filter(({ index }) => suspicious(record[index]!))
  for (const { heading } of poisoned)
    report({
      file,
      line,
      field: heading,
      message: {
        zh: `含有控制字符、过长（>${LONGEST_CELL}）或以 = + @ 开头（表格软件会当作公式执行）`,
        en: `has control characters, is too long (> ${LONGEST_CELL}), or begins with = + @ (a spreadsheet would run it as a formula)`,
      },
    })
  if (poisoned.length > 0) return []
  const row = Object.fromEntries([...columns].map(([name, { index }]) => [name, record[index]!]))
  const result = check(shape.schema, row)
  if ('value' in result) return [{ line, value: result.value }]
  // The first complaint about a cell says enough.
  const first = result.issues.filter(({ path }, i) => result.issues.findIndex((other) => other.path === path) === i)
  for (const { path, message } of first) {
    const column = columns.get(path)
    const given = column && record[column.index]
    report({
      file,
      line,
      field: column?.heading ?? (path || null),
      message: given ? { zh: `「${given}」${message.zh}`, en: `"${given}" ${message.en}` } : message,
    })
  }
  return []
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/
/** Cells that would do harm when the table is exported and opened again (CSV injection), or hide what they say. */
const suspicious = (cell: string): boolean => cell.length > LONGEST_CELL || control.test(cell) || /^[=+@]/.test(cell)
