import type { Matrix, MatrixCell } from '../../server/contract/claims.ts'
import { labelOf, readable } from '../finding/fact.ts'
import { useWords } from '../i18n/language.ts'
import './corroboration-matrix.css'
import { tableOf } from './matrix.ts'

interface Props {
  readonly matrix: Matrix
  /** The name of an officer or person by id, when the reader may know it; the id without. */
  readonly nameOf?: ((about: string) => string | undefined) | undefined
  /** Opens a journal entry; without it the numbers are only shown. */
  readonly onEntry?: ((seq: number) => void) | undefined
}

/** What the record claims against what each source says: a word and a mark in every square, never colour alone. */
export const CorroborationMatrix = ({ matrix, nameOf, onEntry }: Props) => {
  const t = useWords().rulebook.claim
  const heading = (about: string): string => {
    const known = nameOf?.(about)
    if (known !== undefined) return known
    if (about === 'count' || about === 'time') return t[about]
    const id = about.slice(about.indexOf('/') + 1)
    if (about.startsWith('other/')) return readable('as', id)
    return about.startsWith('officer/') ? t.officer(id) : t.person(id)
  }
  return (
    <section className="corroboration" aria-label={t.title}>
      <p className={`corroboration-verdict verdict-${matrix.verdict}`}>{t.verdicts[matrix.verdict]}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.source}</th>
            {matrix.abouts.map((about) => (
              <th key={about} scope="col">
                {heading(about)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableOf(matrix).map(({ source, squares }) => (
            <tr key={source}>
              <th scope="row">{t.sources[source]}</th>
              {squares.map((square, i) => (
                <td key={matrix.abouts[i]} className={square ? `says says-${square.says}` : 'says-nothing'}>
                  {square?.cells.map((cell) => (
                    <Word key={`${cell.because}${cell.seqs[0] ?? ''}`} cell={cell} onEntry={onEntry} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t.hint}</p>
    </section>
  )
}

const marks = { supports: '✓', contradicts: '✕', silent: '–', down: '⌀' } as const

const Word = ({ cell, onEntry }: { readonly cell: MatrixCell } & Pick<Props, 'onEntry'>) => {
  const t = useWords().rulebook.claim
  const facts = Object.entries(cell.facts).map(([k, v]) => `${labelOf(k)} ${readable(k, v)}`)
  return (
    <div className="says-word">
      <b>
        <span aria-hidden="true">{marks[cell.says]}</span> {t.says[cell.says]}
      </b>{' '}
      <span className="muted">{[t.reasons[cell.because], ...facts].join(' · ')}</span>
      {cell.seqs.length > 0 && (
        <span className="says-entries">
          {cell.seqs.slice(0, 6).map((seq) =>
            onEntry ? (
              <button key={seq} type="button" className="plain mono" onClick={() => onEntry(seq)}>
                #{seq}
              </button>
            ) : (
              <span key={seq} className="mono muted">
                #{seq}
              </span>
            ),
          )}
          {cell.seqs.length > 6 && <span className="muted">+{cell.seqs.length - 6}</span>}
        </span>
      )}
    </div>
  )
}
