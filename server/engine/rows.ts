import type { Cell, LoadedRule } from './cell.ts'

/** The cells of one subject, each beside its rule. */
interface Row {
  readonly rules: LoadedRule[]
  readonly cells: Cell[]
  /** Where the last answer stood: rules ask in the order in which they came, so the next is mostly the one after it. */
  asked: number
}

/**
 * The cells of every rule by subject. A report goes to the same few subjects under many rules, one after the other:
 * the rows of the last two are held, and looked up once and not for every rule.
 */
export const createRows = () => {
  const rows = new Map<string, Row>()
  let held: string | undefined
  let row: Row | undefined
  let heldBefore: string | undefined
  let rowBefore: Row | undefined

  const hold = (subject: string, found: Row | undefined): Row | undefined => {
    heldBefore = held
    rowBefore = row
    held = subject
    row = found
    return found
  }
  const rowOf = (subject: string): Row | undefined => {
    if (subject === held) return row
    return hold(subject, subject === heldBefore ? rowBefore : rows.get(subject))
  }

  return {
    find: (rule: LoadedRule, subject: string): Cell | undefined => {
      const known = rowOf(subject)
      if (!known) return undefined
      const { rules, cells, asked } = known
      const next = asked + 1 < rules.length ? asked + 1 : 0
      const at = rules[next] === rule ? next : rules.indexOf(rule)
      if (at < 0) return undefined
      known.asked = at
      return cells[at]
    },
    add: (cell: Cell): void => {
      const known = rowOf(cell.subject)
      if (known) {
        known.rules.push(cell.rule)
        known.cells.push(cell)
      } else {
        row = { rules: [cell.rule], cells: [cell], asked: -1 }
        rows.set(cell.subject, row)
      }
      cell.rule.cells.add(cell)
    },
    remove: (cell: Cell): void => {
      cell.rule.cells.delete(cell)
      const known = rowOf(cell.subject)
      const at = known?.cells.indexOf(cell) ?? -1
      if (!known || at < 0) return
      known.rules.splice(at, 1)
      known.cells.splice(at, 1)
      if (known.cells.length > 0) return
      rows.delete(cell.subject)
      row = undefined
    },
  }
}
