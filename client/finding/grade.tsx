import type { Grade } from '../../server/contract/views.ts'
import { useWords } from '../i18n/language.ts'
import './grade.css'

export const grades = ['A', 'B', 'C'] as const satisfies readonly Grade[]

/** A is a square on its corner, B a triangle, C a disc: told apart without colour. */
export const GradeShape = ({ grade }: { readonly grade: Grade }) => (
  <svg className={`grade-shape grade-${grade}`} viewBox="0 0 16 16" aria-hidden="true">
    {grade === 'A' && <path d="M8 .6 15.4 8 8 15.4.6 8z" />}
    {grade === 'B' && <path d="M8 1.2 15.4 14.6H.6z" />}
    {grade === 'C' && <circle cx="8" cy="8" r="6.6" />}
  </svg>
)

/** Colour, shape and word. `loud` flashes: only for what nobody has acknowledged. */
export const GradeBadge = ({ grade, loud = false }: { readonly grade: Grade; readonly loud?: boolean }) => {
  const t = useWords().grades[grade]
  return (
    <span className={`grade grade-${grade}`} title={t.long}>
      <span className={loud ? 'loud' : ''}>
        <GradeShape grade={grade} />
      </span>
      {t.name}·{t.word}
    </span>
  )
}
