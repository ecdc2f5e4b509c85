/** A claim and what the sources say of it, as the console shows it. The words for every code are the console's. */
export type { Claim } from '../domain/corroboration/claim.ts'
export type { Corroboration, Matrix, MatrixCell, Reason, Says, SourceName } from '../domain/corroboration/matrix.ts'
export { sourceNames } from '../domain/corroboration/matrix.ts'
