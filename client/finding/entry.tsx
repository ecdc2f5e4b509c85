import { useState } from 'react'
import type { EvidenceView } from '../../server/contract/views.ts'
import { useWords } from '../i18n/language.ts'
import { dateTimeOf, durationOf } from '../ui/format.ts'
import './entry.css'
import { kindOf } from '../i18n/kind-of.ts'
import { labelOf, readable, readableIn } from './fact.ts'

/** Fields that every entry of a carrier repeats. */
const repeated = new Set(['device', 'carrier'])

/** One entry of the journal: what was seen, by which clocks, from which source, the bytes and their hash. */
export const Entry = ({ entry: e }: { readonly entry: EvidenceView }) => {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const facts = Object.entries(e.data).filter(([k, v]) => !repeated.has(k) && v !== null && typeof v !== 'object')
  const place = e.data.position
  const lag = e.recordedAt - e.observedAt
  return (
    <li className="entry">
      <button type="button" className="plain entry-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="muted mono">#{e.seq}</span>
        <b>{kindOf(t, e.kind)}</b>
        <time>{dateTimeOf(e.observedAt)}</time>
        {Math.abs(lag) > 60_000 && <span className="chip chip-warn">{t.finding.late(durationOf(Math.abs(lag)))}</span>}
        <span className="muted entry-facts">
          {[
            ...(place == null ? [] : [readable('position', place)]),
            ...facts.slice(0, 3).map(([k, v]) => `${labelOf(k)} ${readableIn(e.kind, k, v)}`),
          ].join('　')}
        </span>
      </button>
      {open && (
        <dl className="facts entry-body">
          <dt>{t.finding.observedAt}</dt>
          <dd>{dateTimeOf(e.observedAt)}</dd>
          <dt>{t.finding.recordedAt}</dt>
          <dd>{dateTimeOf(e.recordedAt)}</dd>
          <dt>{t.finding.source}</dt>
          <dd className="mono">{e.source}</dd>
          {Object.entries(e.data).map(([k, v]) => (
            <Field key={k} name={k} words={readableIn(e.kind, k, v)} />
          ))}
          <dt>{t.finding.raw}</dt>
          <dd>
            {e.rawHex === null ? (
              <span className="muted">{t.finding.noRaw}</span>
            ) : (
              <code className="hex">{spaced(e.rawHex)}</code>
            )}
          </dd>
          <dt>{t.finding.hash}</dt>
          <dd>
            <code className="hex">{e.hash}</code>
          </dd>
        </dl>
      )}
    </li>
  )
}

const Field = ({ name, words }: { readonly name: string; readonly words: string }) => (
  <>
    <dt>{labelOf(name)}</dt>
    <dd>{words}</dd>
  </>
)

/** `7e0200…` → `7e 02 00 …` */
const spaced = (hex: string): string => hex.replace(/(..)(?=.)/g, '$1 ')
