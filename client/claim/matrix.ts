import type { Matrix, MatrixCell, Says, SourceName } from '../../server/contract/claims.ts'
import { sourceNames } from '../../server/contract/claims.ts'

/** One square of the table: the gravest word, and every cell behind it. */
export interface Square {
  readonly says: Says
  readonly cells: readonly MatrixCell[]
}
export interface MatrixRow {
  readonly source: SourceName
  readonly squares: readonly (Square | undefined)[]
}

const order: readonly Says[] = ['contradicts', 'supports', 'down', 'silent']

/** The matrix as a table: a row for each source, a column for each part of the claim; an officer who came twice is one. */
export const tableOf = ({ abouts, cells }: Pick<Matrix, 'abouts' | 'cells'>): readonly MatrixRow[] =>
  sourceNames.flatMap((source) => {
    const own = cells.filter((c) => c.source === source)
    if (own.length === 0) return []
    const squares = abouts.map((about) => {
      const these = own.filter((c) => c.about === about).sort((a, b) => order.indexOf(a.says) - order.indexOf(b.says))
      return these[0] && { says: these[0].says, cells: these }
    })
    return [{ source, squares }]
  })
