import type { Grade } from '../../../server/contract/views.ts'
import { GradeShape } from '../../finding/grade.tsx'

/** The grade's shape in its own colour. */
export const GradeMark = ({ grade }: { readonly grade: Grade }) => (
  <span className={`grade-${grade}`}>
    <GradeShape grade={grade} />
  </span>
)
