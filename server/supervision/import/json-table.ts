import type { Report } from './problem.ts'
import type { RawRow } from './table.ts'

/**
 * A table as JSON: a list of objects, each a line, its members named as the columns are. Numbers, true and false are
 * written as in a cell; null or a missing member is an empty one; a list holds several names. Reported with the line
 * on which the object begins. Never throws.
 */
export const jsonRows = (file: string, text: string, report: Report): RawRow[] => {
  const refuse = (line: number | null, field: string | null, zh: string, en: string): RawRow[] => {
    report({ file, line, field, message: { zh, en } })
    return []
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length
    return refuse(line, null, '不是有效的JSON', 'not valid JSON')
  }
  if (!Array.isArray(value)) return refuse(null, null, '应为对象的列表', 'should be a list of objects')
  const begins = linesOfItems(text)
  const columns = [
    ...new Set(value.flatMap((item) => (typeof item === 'object' && item !== null ? Object.keys(item) : []))),
  ]
  let sound = true
  const rows = value.map((item: unknown, i): RawRow => {
    const line = begins[i] ?? 1
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      sound = false
      refuse(line, null, `第${i + 1}项应为对象`, `item ${i + 1} should be an object`)
      return { line, record: [] }
    }
    const record = columns.map((column) => {
      const cell = cellOf((item as Record<string, unknown>)[column])
      if (cell !== undefined) return cell
      sound = false
      refuse(
        line,
        column,
        '应为文本、数字、是否值或者文本的列表',
        'should be text, a number, true or false, or a list of texts',
      )
      return ''
    })
    return { line, record }
  })
  if (!sound) return []
  if (rows.length === 0) return refuse(null, null, '列表是空的', 'the list is empty')
  return [{ line: 1, record: columns }, ...rows]
}

/** As it would stand in a cell of a CSV; undefined for what no cell can hold. */
const cellOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number'))
    return value.join(';')
  return undefined
}

/** The line on which each item of the outermost list begins; `text` is valid JSON. */
const linesOfItems = (text: string): number[] => {
  const found: number[] = []
  let [line, depth, quoted, expecting] = [1, 0, false, false]
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c === '\n') line++
    if (quoted) {
      if (c === '\\') i++
      else if (c === '"') quoted = false
      continue
    }
    if (depth === 1 && expecting && !/[\s\]]/.test(c)) {
      found.push(line)
      expecting = false
    }
    if (c === '"') quoted = true
    else if (c === '[' || c === '{') {
      depth++
      if (depth === 1) expecting = true
    } else if (c === ']' || c === '}') depth--
    else if (c === ',' && depth === 1) expecting = true
  }
  return found
}
