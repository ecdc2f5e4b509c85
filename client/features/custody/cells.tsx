import type { OccupantView, RecorderView, StayView } from '../../../server/contract/custody.ts'
import { stages } from '../../../server/contract/custody.ts'
import { useWords } from '../../i18n/language.ts'
import { durationOf, shortOf } from '../../ui/format.ts'
import { wordOf } from './model.ts'

export const Person = ({ stay }: { readonly stay: StayView }) => {
  const t = useWords().custody
  const { masked, sex, age, traits } = stay.person
  const facts = [sex && t.sexes[sex], age !== null && t.age(age)].filter(Boolean).join(' · ')
  return (
    <div className="cell-person">
      <b>{masked ?? t.unnamed}</b>
      <small className="muted">{facts}</small>
      {age !== null && age < 18 && <span className="chip chip-warn">{t.minor}</span>}
      {traits.map((trait) => (
        <span key={trait} className="chip chip-warn">
          {t.traits[trait]}
        </span>
      ))}
    </div>
  )
}

/** Five steps; the ones behind filled, the present one outlined and named. */
export const StageBar = ({ stage }: { readonly stage: StayView['stage'] }) => {
  const t = useWords().custody
  const at = stages.indexOf(stage)
  return (
    <div className="stage" role="img" aria-label={t.stages[stage]}>
      <span className="stage-bar">
        {stages.map((s, i) => (
          <i key={s} className={i < at ? 'stage-done' : i === at ? 'stage-now' : ''} />
        ))}
      </span>
      <small>{t.stages[stage]}</small>
    </div>
  )
}

/** Filled, hollow or hatched, each with its word: unknown is never shown as off, nor as on. */
export const Lamp = ({ recorder, now }: { readonly recorder: RecorderView | null; readonly now: number }) => {
  const t = useWords().custody
  if (recorder === null) return <span className="muted">—</span>
  const { state, since, cause } = recorder
  const why = cause === null ? '' : wordOf(t.causes, cause)
  return (
    <span className={`lamp lamp-${state}`} title={since === null ? why : `${why} ${durationOf(now - since)}`}>
      <i />
      <span>
        {t.coverage[state]}
        {state !== 'on' && why !== '' && <small>{why}</small>}
      </span>
    </span>
  )
}

/** A badge: what its wearer is stands in it, and its outline says it again. */
export const Badge = ({ one, masked }: { readonly one: OccupantView; readonly masked?: string | null | undefined }) => {
  const t = useWords().custody
  const kind = wordOf(t.badges, one.as)
  const name = one.as === 'held' ? (masked ?? t.unnamed) : (one.name ?? one.who)
  return (
    <span className={`badge badge-${one.as}`} title={`${kind} ${name}${one.sex ? ` ${t.sexes[one.sex]}` : ''}`}>
      <i aria-hidden="true">{wordOf(t.marks, one.as)}</i>
      <span>{name}</span>
      <span className="visually-hidden">{kind}</span>
    </span>
  )
}

export const Care = ({ stay, now }: { readonly stay: StayView; readonly now: number }) => {
  const t = useWords().custody
  const { told, meals, lastMealAt, lastRestAt, restingSince } = stay.care
  if (told === 'unknown' && meals === 0)
    return (
      <span className="cell-unknown" title={t.careUnknownHint}>
        {t.careUnknown}
      </span>
    )
  return (
    <div className="cell-two">
      <span>{lastMealAt === null ? t.noMeal : `${t.meals(meals)} · ${t.lastMeal(durationOf(now - lastMealAt))}`}</span>
      <small className="muted">
        {restingSince !== null ? t.resting : lastRestAt === null ? t.noRest : shortOf(lastRestAt, now)}
      </small>
    </div>
  )
}
