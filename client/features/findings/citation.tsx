import { useState } from 'react'
import type { RuleView } from '../../../server/contract/views.ts'
import { useWords } from '../../i18n/language.ts'
import { dateOf } from '../../ui/format.ts'

/** The article; the sentence itself is one click away. One not in force at the moment of the fact is paler. */
export const Citation = ({
  citation: c,
  at,
}: {
  readonly citation: RuleView['citations'][number]
  readonly at: number
}) => {
  const t = useWords().finding
  const day = dateOf(at)
  const inForce = c.from <= day && (c.until === null || day < c.until)
  const [open, setOpen] = useState(false)
  return (
    <div className={`citation ${inForce ? '' : 'citation-old'}`}>
      <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> 《{c.law}》{c.article}
        <small className="muted"> {t.inForce(c.from, c.until)}</small>
      </button>
      {open && (
        <blockquote lang="zh-CN">
          {c.text}
          {c.checked === 'secondary' && <small className="chip chip-warn">{t.secondary}</small>}
        </blockquote>
      )}
    </div>
  )
}
