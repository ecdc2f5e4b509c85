import { useWords } from '../../i18n/language.ts'
import { useKeys } from '../../ui/keys.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { Beats } from './beats.tsx'
import { DayBar } from './day-bar.tsx'
import './patrol.css'
import { Shifts } from './shifts.tsx'
import { Stops } from './stops.tsx'
import { useDay } from './use-day.ts'

const views = ['shifts', 'beats', 'stops'] as const
type View = (typeof views)[number]

/** Who is on duty and what tells so, how beats were patrolled, and where cars stood. */
export const Patrol = () => {
  const t = useWords().duty
  const asked = useParam('view')
  const view: View = views.find((v) => v === asked) ?? 'shifts'
  const day = useDay()
  const unit = useParam('of')
  const show = (next: View): void => setParams({ view: next === 'shifts' ? undefined : next, carrier: undefined })
  useKeys({
    V: () => show(views[(views.indexOf(view) + 1) % views.length]!),
    '[': day.replaying ? undefined : () => day.go(-1),
    ']': day.replaying || day.day >= day.today ? undefined : () => day.go(1),
  })
  return (
    <div className="duty">
      <header className="duty-top">
        <nav className="duty-views" aria-label={t.title}>
          {views.map((v) => (
            <button
              key={v}
              type="button"
              className={`button ${v === view ? 'button-on' : ''}`}
              aria-pressed={v === view}
              onClick={() => show(v)}
            >
              {t.views[v]}
            </button>
          ))}
          <kbd>V</kbd>
        </nav>
        <DayBar day={day} unit={unit} withTime={view === 'shifts'} />
      </header>
      {day.day > day.today ? (
        <Message title={t.future} hint={t.futureHint} />
      ) : view === 'shifts' ? (
        <Shifts day={day} unit={unit} />
      ) : view === 'beats' ? (
        <Beats day={day} unit={unit} />
      ) : (
        <Stops day={day} unit={unit} />
      )}
    </div>
  )
}
