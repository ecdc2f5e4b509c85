import type { Chip, RowState } from '../../../server/contract/roll-call.ts'
import { readable } from '../../finding/fact.ts'
import { useWords } from '../../i18n/language.ts'

/** Told apart without colour: ring, quartered ring, disc with a tick, half disc, cross, bar, hatched square. */
export const StateShape = ({ state }: { readonly state: RowState }) => (
  <svg className={`call-shape call-${state}`} viewBox="0 0 16 16" aria-hidden="true">
    {state === 'pending' && <circle cx="8" cy="8" r="6.2" className="call-ring" />}
    {state === 'calling' && (
      <>
        <circle cx="8" cy="8" r="6.2" className="call-ring" />
        <path d="M8 8V2.4A5.6 5.6 0 0 1 13.6 8z" className="call-fill" />
      </>
    )}
    {state === 'answered' && (
      <>
        <circle cx="8" cy="8" r="7" className="call-fill" />
        <path d="m4.6 8.2 2.4 2.4 4.6-5" className="call-tick" />
      </>
    )}
    {state === 'on-behalf' && (
      <>
        <circle cx="8" cy="8" r="6.2" className="call-ring" />
        <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" className="call-fill" />
      </>
    )}
    {state === 'missed' && (
      <path
        className="call-fill"
        d="M3.4 1 8 5.6 12.6 1 15 3.4 10.4 8 15 12.6 12.6 15 8 10.4 3.4 15 1 12.6 5.6 8 1 3.4z"
      />
    )}
    {state === 'excused' && <rect x="2" y="6.6" width="12" height="2.8" className="call-fill" />}
    {state === 'unobservable' && (
      <>
        <rect x="2" y="2" width="12" height="12" className="call-ring call-dash" />
        <path d="M2 9 9 2M2 14 14 2M7 14l7-7" className="call-ring" />
      </>
    )}
  </svg>
)

const signs: Readonly<Record<Chip['says'], string>> = { supports: '✓', contradicts: '≠', silent: '·', down: '⌁' }

/** What one source says, with its sign and its word; how far away when it knows. */
export const SourceChip = ({ chip, long = false }: { readonly chip: Chip; readonly long?: boolean }) => {
  const t = useWords().rollCall
  const away = typeof chip.facts.distanceM === 'number' ? t.distance(readable('distanceM', chip.facts.distanceM)) : ''
  const why = `${t.because[chip.because]}${chip.says === 'contradicts' && away !== '' ? `　${away}` : ''}`
  return (
    <span className={`source source-${chip.says}`} title={`${t.sources[chip.source]} ${t.says[chip.says]}：${why}`}>
      <i aria-hidden="true">{signs[chip.says]}</i>
      <b>{t.sources[chip.source]}</b>
      {long && <em>{t.says[chip.says]}</em>}
      {(long || chip.says === 'contradicts') && <span>{why}</span>}
    </span>
  )
}
