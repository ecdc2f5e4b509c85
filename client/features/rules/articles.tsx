import { useState } from 'react'
import type { RuleView } from '../../../server/contract/views.ts'
import { useWords } from '../../i18n/language.ts'
import { useNow } from '../../live/use-live.ts'
import { dateOf } from '../../ui/format.ts'
import { inForceOn, isDay } from './model.ts'

/** The sentences of the law that the rule stands on; those not in force on the day chosen are pale and say so. */
export const Articles = ({ rule }: { readonly rule: RuleView }) => {
  const t = useWords()
  const today = dateOf(useNow())
  const [typed, setTyped] = useState<string>()
  // The browser's own field would show the day in the workstation's way of writing it.
  const day = typed !== undefined && isDay(typed) ? typed : today
  const holds = rule.citations.filter((c) => inForceOn(c, day))
  return (
    <section>
      <h4 className="rule-day">
        {t.rulebook.inForceAt}
        <input
          className="field rule-day-field"
          aria-label={t.rulebook.inForceAt}
          aria-invalid={!isDay(typed ?? today)}
          placeholder="2026-01-31"
          value={typed ?? today}
          onFocus={(e) => e.target.select()}
          onChange={(e) => setTyped(e.target.value === '' ? undefined : e.target.value)}
        />
      </h4>
      {holds.length === 0 && <p className="rule-none">{t.rulebook.noneThen}</p>}
      {rule.citations.map((c) => {
        const now = inForceOn(c, day)
        return (
          <div
            key={`${c.law}${c.article}${c.from}${c.text}`}
            className={`rule-article ${now ? '' : 'rule-article-old'}`}
          >
            《{c.law}》{c.article} <small className="muted">{t.finding.inForce(c.from, c.until)}</small>
            {!now && <small className="chip rule-article-mark">{t.rulebook.notYet}</small>}
            {c.checked === 'secondary' && <small className="chip chip-warn">{t.rulebook.secondary}</small>}
            <blockquote lang="zh-CN">{c.text}</blockquote>
          </div>
        )
      })}
    </section>
  )
}
