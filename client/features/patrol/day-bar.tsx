import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { setParams } from '../../ui/location.ts'
import { DayField, MomentField } from '../../ui/moment-field.tsx'
import type { Day } from './use-day.ts'

/** Which day, which moment of it, which unit. In replay the cursor has the day. */
export const DayBar = ({
  day,
  unit,
  withTime,
}: {
  readonly day: Day
  readonly unit: string | undefined
  readonly withTime: boolean
}) => {
  const t = useWords().duty
  const units = [...live.units.values()]
  return (
    <div className="duty-day">
      {day.replaying ? (
        <b className="duty-past">{day.day}</b>
      ) : (
        <>
          <button
            type="button"
            className="button"
            aria-label={t.previous}
            title={t.previous}
            onClick={() => day.go(-1)}
          >
            ‹
          </button>
          <DayField day={day.day} latest={day.today} label={t.day} onDay={day.choose} />
          <button
            type="button"
            className="button"
            aria-label={t.next}
            title={t.next}
            disabled={day.day >= day.today}
            onClick={() => day.go(1)}
          >
            ›
          </button>
          <kbd>[ ]</kbd>
          {day.day !== day.today && (
            <button type="button" className="button" onClick={() => day.choose(undefined)}>
              {t.today}
            </button>
          )}
          {withTime && (
            <span className="duty-asof" title={t.asOfHint}>
              {t.asOf} <MomentField at={day.at} label={t.asOf} onMoment={day.setAt} />
            </span>
          )}
        </>
      )}
      <select
        className="field"
        aria-label={t.unit}
        value={unit ?? ''}
        onChange={(e) => setParams({ of: e.target.value || undefined, carrier: undefined })}
      >
        <option value="">{t.allUnits}</option>
        {units.map((u) => (
          <option key={u.id} value={u.id}>
            {say(u.name)}
          </option>
        ))}
      </select>
    </div>
  )
}
