import type { StayView } from '../../../server/contract/custody.ts'
import { say, useWords } from '../../i18n/language.ts'
import { dateTimeOf, shortOf } from '../../ui/format.ts'
import { Badge, Care, Lamp, Person, StageBar } from './cells.tsx'
import { Countdown } from './countdown.tsx'
import { countdownOf, limitOf, wordOf } from './model.ts'

/** One line of the board: everything a supervisor asks about one person, in the order it is asked. */
export const StayRow = ({ stay, now }: { readonly stay: StayView; readonly now: number }) => {
  const t = useWords().custody
  const next = countdownOf(stay, now)
  return (
    <div className={`stay-row stay-${next?.turn ?? 'calm'}`} data-stay={stay.id} data-turn={next?.turn ?? 'calm'}>
      <Person stay={stay} />
      <Arrived stay={stay} now={now} />
      <StageBar stage={stay.stage} />
      <Limit stay={stay} now={now} />
      <Countdown next={next} now={now} />
      <Where stay={stay} />
      <Lamp recorder={stay.recorder} now={now} />
      <div>
        {stay.restraints.length === 0 ? (
          <span className="muted">{t.noRestraint}</span>
        ) : (
          stay.restraints.map((r) => (
            <span key={r.use} className="chip chip-warn" title={dateTimeOf(r.since)}>
              {wordOf(t.restraints, r.kind)}
            </span>
          ))
        )}
      </div>
      <Care stay={stay} now={now} />
    </div>
  )
}

const Arrived = ({ stay, now }: { readonly stay: StayView; readonly now: number }) => {
  const t = useWords().custody
  const { gateAt, paperAt, disagree } = stay.arrival
  return (
    <div className="cell-two">
      <span>{stay.measure ? wordOf(t.measures, stay.measure.kind) : t.noMeasure}</span>
      <small className="muted">
        {stay.arrivedAt !== null && shortOf(stay.arrivedAt, now)}
        {gateAt === null && paperAt !== null && ` ${t.paper}`}
        {disagree && gateAt !== null && paperAt !== null && (
          <b className="cell-apart" title={t.arrivalApart(dateTimeOf(gateAt), dateTimeOf(paperAt))}>
            ≠ {t.apart}
          </b>
        )}
      </small>
    </div>
  )
}

/** Until when, how long in all, and whose signature that rests on. */
export const Limit = ({ stay, now }: { readonly stay: StayView; readonly now: number }) => {
  const t = useWords().custody
  const limit = limitOf(stay, now)
  const { approval } = stay
  const hours = (() => {
    const ends = stay.deadlines.find((d) => d.ends)
    if (approval?.total) return t.total(approval.total.amount, wordOf(t.units, approval.total.unit))
    if (!ends || ends.startedAt === null) return ''
    const whole = (ends.dueAt - ends.startedAt) / 3_600_000
    return whole <= 72 && Number.isInteger(whole) ? t.total(whole, t.units.hour) : ''
  })()
  return (
    <div className="cell-two">
      {limit ? (
        <span title={hours}>
          {t.until(shortOf(limit.dueAt, now).slice(0, -3))} <span className="muted">{hours}</span>
        </span>
      ) : (
        <span className="muted" title={t.noLimitHint}>
          {t.noLimit}
        </span>
      )}
      <small className={approval?.rank || stay.measure === null ? 'muted' : 'cell-apart'}>
        {stay.measure === null
          ? ''
          : approval?.rank
            ? `${t.approvals[approval.what]} ${wordOf(t.ranks, approval.rank)}`
            : t.noApproval}
      </small>
    </div>
  )
}

const Where = ({ stay }: { readonly stay: StayView }) => {
  const t = useWords().custody
  if (stay.room === null) return <span className="muted">{t.nowhere}</span>
  return (
    <div className="cell-two">
      <span>{say(stay.room.name)}</span>
      <span className="badges">
        {stay.with.length === 0 ? (
          <small className="muted">{t.alone}</small>
        ) : (
          stay.with.slice(0, 4).map((one) => <Badge key={one.who} one={one} />)
        )}
      </span>
    </div>
  )
}
