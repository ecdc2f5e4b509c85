import type { RuleDetail } from '../../../server/contract/rulebook.ts'
import { useWords } from '../../i18n/language.ts'
import { bars } from './model.ts'

const box = { width: 600, height: 70 }

/** Findings of each of the last days. A day without one stays empty: nothing is smoothed. */
export const DaysChart = ({ days }: { readonly days: RuleDetail['days'] }) => {
  const t = useWords().rulebook
  const counts = days.map((d) => d.count)
  const total = counts.reduce((a, b) => a + b, 0)
  const highest = Math.max(1, ...counts)
  return (
    <section>
      <h4>
        {t.days}
        <span className="muted"> {t.total(total)}</span>
      </h4>
      <svg
        className="days"
        viewBox={`0 0 ${box.width} ${box.height + 16}`}
        role="img"
        aria-label={`${t.days} ${t.total(total)}`}
      >
        <line x1="0" x2={box.width} y1={box.height + 0.5} y2={box.height + 0.5} />
        {bars(counts, highest, box).map((b, i) => (
          <rect key={days[i]!.day} {...b} className="bar-made">
            <title>{t.dayCount(days[i]!.day, counts[i]!)}</title>
          </rect>
        ))}
        <text x="0" y={box.height + 13}>
          {days[0]?.day}
        </text>
        <text x={box.width} y={box.height + 13} textAnchor="end">
          {days.at(-1)?.day}
        </text>
        <text x="2" y="10">
          {total === 0 ? '' : highest}
        </text>
      </svg>
    </section>
  )
}
