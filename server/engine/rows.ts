import type { Cell, LoadedRule } from './cell.ts'

/** A subject that was asked about lately: the last cell of its row, and the one that was the answer last. */
interface Held {
  subject: string | undefined
  last: Cell | undefined
  answered: Cell | undefined
}

/**
 * The cells of every rule by subject. Those of one subject are a ring by `next`, kept by its last one: nothing but the
 * cells themselves lies in memory, and with a hundred thousand subjects what is fetched from it is what takes the time.
 *
 * A report goes to the same few subjects under many rules, one after the other: the rings of the last two are held, and
 * looked up once and not for every rule. Rules ask in the order of the rulebook and a new cell comes after the one that
 * was the answer last, so the next is mostly the one after it.
 */
export const createRows = () => {
  const lasts = new Map<string, Cell>()
  let held: Held = { subject: undefined, last: undefined, answered: undefined }
  let heldBefore: Held = { subject: undefined, last: undefined, answered: undefined }

  const hold = (subject: string): Held => {
    if (held.subject === subject) return held
    const other = heldBefore
    heldBefore = held
    held = other
    if (other.subject === subject) return other
    other.subject = subject
    other.last = lasts.get(subject)
    other.answered = undefined
    return other
  }

  const setLast = (row: Held, cell: Cell): void => {
    row.last = cell
    lasts.set(cell.subject, cell)
  }

  return {
    find: (rule: LoadedRule, subject: string): Cell | undefined => {
      const row = hold(subject)
      const start = row.answered ?? row.last
      if (!start) return undefined
      let cell = start
      do {
        cell = cell.next
        if (cell.rule === rule) {
          row.answered = cell
          return cell
        }
      } while (cell !== start)
      return undefined
    },
    add: (cell: Cell): void => {
      const row = hold(cell.subject)
      const after = row.answered ?? row.last
      if (after) {
        cell.next = after.next
        after.next = cell
      }
      if (!after || after === row.last) setLast(row, cell)
      row.answered = cell
      cell.rule.cells.add(cell)
    },
    remove: (cell: Cell): void => {
      cell.rule.cells.delete(cell)
      const row = hold(cell.subject)
      let before = cell
      while (before.next !== cell) before = before.next
      before.next = cell.next
      row.answered = undefined
      if (before === cell) {
        row.last = undefined
        lasts.delete(cell.subject)
      } else if (row.last === cell) setLast(row, before)
    },
    /** All cells of a subject. */
    of: (subject: string): readonly Cell[] => {
      const last = lasts.get(subject)
      const cells: Cell[] = []
      for (let cell = last; cell && (cells.length === 0 || cell !== last); cell = cell.next) cells.push(cell)
      return cells
    },
  }
}
