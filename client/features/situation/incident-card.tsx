import { type IncidentView, isContradicted, type OrderView } from '../../../server/contract/dispatch.ts'
import { listOf } from '../../finding/fact.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { useNow } from '../../live/use-live.ts'
import { showOnMap } from '../../map/show.ts'
import { carrierNameIn } from '../../ui/carrier-name.ts'
import { dateTimeOf, durationOf, timeOf } from '../../ui/format.ts'
import { goTo, setParams } from '../../ui/location.ts'
import { unitNameIn } from '../../ui/unit-name.ts'
import { phaseOf, promiseOf } from './incident-model.ts'

/** One call: what each source says of each step, side by side, and where they contradict each other. */
export const IncidentCard = ({ one, picture }: { readonly one: IncidentView; readonly picture: Picture }) => {
  const t = useWords()
  const d = t.dispatch
  const now = useNow()
  const promise = promiseOf(one, now)
  return (
    <section className="incident-card" aria-label={`${d.title} ${one.id}`}>
      <header>
        {one.test && <span className="incident-test">{d.test}</span>}
        <h3>{one.category ?? d.uncategorised}</h3>
        {one.urgency === 'urgent' && <span className="incident-urgent">{d.urgent}</span>}
        <span className="muted">
          {one.id} · {one.unit === null ? '' : unitNameIn(picture.units, one.unit)}
          {one.area !== null && ` · ${d.area[one.area]}`}
        </span>
        <b className="incident-phase">
          {d.phase[phaseOf(one, now)]} {one.overAt === null && durationOf(Math.max(0, now - one.receivedAt))}
        </b>
        {one.place !== null && (
          <button type="button" className="button" onClick={() => showOnMap(one.place)}>
            {d.showOnMap}
          </button>
        )}
        <button type="button" className="button" onClick={() => setParams({ incident: undefined })}>
          {d.close}
        </button>
      </header>
      {one.test && (
        <p className="incident-note">
          {d.testHint}
          {'　'}
          {one.testApprovedAt === null ? d.testUnapproved : `${d.testApproved} ${timeOf(one.testApprovedAt)}`}
          {one.testEndedAt !== null && `　${d.testEnded} ${timeOf(one.testEndedAt)}`}
        </p>
      )}
      {one.orders.length === 0 ? (
        <p className="incident-note">
          {d.steps.call} {dateTimeOf(one.receivedAt)}
          {'　'}
          {one.overAt === null ? d.waitingOrder : `${d.telephone} ${timeOf(one.overAt)}`}
        </p>
      ) : (
        one.orders.map((order) => <Timeline key={order.id} one={one} order={order} picture={picture} />)
      )}
      <footer>
        <span className={promise?.is === 'over' || promise?.is === 'broken' ? 'incident-late' : 'muted'}>
          {promise === undefined
            ? one.test
              ? ''
              : d.noPromise
            : `${d.promise(promise.minutes)} · ${
                promise.is === 'left'
                  ? d.promiseLeft(durationOf(promise.ms))
                  : promise.is === 'over'
                    ? d.promiseOver(durationOf(promise.ms))
                    : promise.is === 'kept'
                      ? d.kept
                      : promise.is === 'broken'
                        ? d.promiseOver(durationOf(promise.ms))
                        : d.unknown
              }`}
        </span>
        {one.findings.map((f) => (
          <button
            key={f.id}
            type="button"
            className="plain incident-finding"
            onClick={() => goTo('findings', { finding: f.id })}
          >
            <GradeBadge grade={f.grade} loud={false} /> {say(f.title)}
          </button>
        ))}
      </footer>
    </section>
  )
}

interface LineProps {
  readonly one: IncidentView
  readonly order: OrderView
  readonly picture: Picture
}

/** A row a source, a column a step: an empty cell is a source that said nothing. */
const Timeline = ({ one, order, picture }: LineProps) => {
  const d = useWords().dispatch
  const names = listOf(order.carriers.map((id) => carrierNameIn(picture.carriers, id)))
  const at = (instant: number | null) =>
    instant === null ? (
      <td className="incident-blank">·</td>
    ) : (
      <td>
        <time title={dateTimeOf(instant)}>{timeOf(instant)}</time>
      </td>
    )
  const [camera] = order.recordings
  const marks = [order.moving, order.arrived]
  return (
    <section>
      <p className="incident-order">
        {names} <span className="muted">{order.id}</span>
        {order.refused !== null && (
          <span className="incident-late">
            {d.steps.refused} {timeOf(order.refused.at)}：{order.refused.reason}
          </span>
        )}
        {order.delayed !== null && (
          <span>
            {d.steps.delayed} {timeOf(order.delayed.at)}
          </span>
        )}
      </p>
      <table className="incident-line">
        <thead>
          <tr>
            <td />
            {(['call', 'ordered', 'acknowledged', 'moving', 'arrived', 'recording', 'fedBack', 'closed'] as const).map(
              (step) => (
                <th key={step} scope="col">
                  {d.steps[step]}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{d.sources.desk}</th>
            {at(one.receivedAt)}
            {at(order.orderedAt)}
            {at(order.acknowledgedAt)}
            {at(order.moving.desk)}
            {at(order.arrived.desk)}
            <td />
            {at(order.fedBack?.at ?? null)}
            {at(order.closedAt)}
          </tr>
          <tr>
            <th scope="row">{d.sources.position}</th>
            <td colSpan={3} />
            {at(order.moving.position)}
            {at(order.arrived.position)}
            <td colSpan={3} className="muted">
              {order.nearestM !== null && order.arrived.position === null && d.nearest(order.nearestM)}
            </td>
          </tr>
          <tr>
            <th scope="row">{d.sources.camera}</th>
            <td colSpan={5} />
            {at(camera?.from ?? null)}
            <td colSpan={2} className="muted">
              {camera?.to != null && `– ${timeOf(camera.to)}`}
            </td>
          </tr>
          <tr className="incident-says">
            <td colSpan={4} />
            {marks.map(({ agreement, desk, position }, i) => (
              <td
                key={i === 0 ? 'moving' : 'arrived'}
                className={isContradicted(agreement) ? 'incident-contradicted' : 'muted'}
              >
                {isContradicted(agreement) && '≠ '}
                {agreement === 'apart' && desk !== null && position !== null
                  ? d.apart(durationOf(Math.abs(desk - position)))
                  : d.agreements[agreement]}
              </td>
            ))}
            <td colSpan={3} />
          </tr>
        </tbody>
      </table>
    </section>
  )
}
