import type { Cell, LoadedRule } from './cell.ts'

/** The cells of one subject, each beside its rule. */
interface Row {
  readonly rules: LoadedRule[]
  readonly cells: Cell[]
}

/**
 * The cells of every rule by subject. A report goes to the same subject under many rules, one after the other:
 * its row is looked up once and not for every rule.
 */
export const createRows = () => {
  const rows = new Map<string, Row>()
  let held: string | undefined
  let row: Row | undefined

  const rowOf = (subject: string): Row | undefined => {
    if (subject === held) return row
    held = subject
    row = rows.get(subject)
    return row
  }

  return {
    find: (rule: LoadedRule, subject: string): Cell | undefined => {
      const { rules, cells } = rowOf(subject) ?? none
      return cells[rules.indexOf(rule)]
    },
    add: (cell: Cell): void => {
      const known = rowOf(cell.subject)
      if (known) {
        known.rules.push(cell.rule)
        known.cells.push(cell)
      } else {
        row = { rules: [cell.rule], cells: [cell] }
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

const none: Row = { rules: [], cells: [] }
