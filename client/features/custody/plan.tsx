import type { RoomView, StayView } from '../../../server/contract/custody.ts'
import { GradeShape } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { durationOf, timeOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { Badge, Lamp } from './cells.tsx'
import { byArea, wordOf } from './model.ts'

interface Props {
  readonly rooms: ReadonlyMap<string, RoomView>
  readonly stays: ReadonlyMap<string, StayView>
  readonly now: number
  readonly chosen: string | undefined
  readonly onChoose: (stay: string) => void
}

/** The rooms of each case area along their corridor: who is in, what is lit, what cannot be seen. */
export const Plan = ({ rooms, stays, now, chosen, onChoose }: Props) => {
  const t = useWords().custody
  if (rooms.size === 0) return <Message title={t.noRooms} hint={t.noRoomsHint} />
  const stayOf = new Map([...stays.values()].map((s) => [s.person.id, s]))
  return (
    <div className="plan">
      {byArea(rooms.values()).map(([area, list]) => (
        <section key={area} className="plan-area">
          <h3>{areaName(list[0]!)}</h3>
          <div className="plan-rooms">
            {list.map((room) => (
              <Room key={room.id} room={room} stayOf={stayOf} now={now} chosen={chosen} onChoose={onChoose} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

const areaName = (room: RoomView): string => {
  const unit = live.units.get(room.unit)
  return unit ? say(unit.name) : room.unit
}

const Room = ({
  room,
  stayOf,
  now,
  chosen,
  onChoose,
}: Pick<Props, 'now' | 'chosen' | 'onChoose'> & {
  readonly room: RoomView
  readonly stayOf: ReadonlyMap<string, StayView>
}) => {
  const t = useWords().custody
  const { occupants, counted, sensors, observable } = room
  const down = sensors.filter((s) => !s.works)
  const fault = down.find((s) => s.fault !== null)
  const seen = counted !== null && occupants.every((o) => o.since <= counted.at)
  const differs = observable && seen && counted.people !== occupants.length
  const finding = room.findings.find((f) => f.active)
  return (
    <div className={`room ${observable ? '' : 'room-unseen'}`} data-room={room.id}>
      <header>
        <b className="room-name">{say(room.name)}</b>
        {finding && (
          <button
            type="button"
            className="plain"
            title={say(finding.title)}
            aria-label={say(finding.title)}
            onClick={() => goTo('findings', { finding: finding.id })}
          >
            <GradeShape grade={finding.grade} />
          </button>
        )}
        {/* That nothing of it can be seen stands below already. */}
        {(observable || room.recorder?.state === 'on') && <Lamp recorder={room.recorder} now={now} />}
      </header>
      <div className="room-people">
        {occupants.length === 0 && <span className="muted">{observable ? t.nobody : ''}</span>}
        {occupants.map((o) => {
          const stay = o.as === 'held' ? stayOf.get(o.who) : undefined
          return stay === undefined ? (
            <Badge key={o.who} one={o} />
          ) : (
            <button
              key={o.who}
              type="button"
              className={`plain ${stay.id === chosen ? 'badge-chosen' : ''}`}
              onClick={() => onChoose(stay.id)}
            >
              <Badge one={o} masked={stay.person.masked} />
            </button>
          )
        })}
      </div>
      <footer>
        {observable ? (
          <span className="muted" title={counted ? t.counted(counted.people, timeOf(counted.at)) : undefined}>
            {wordOf(t.rooms, room.kind)}
            {counted !== null && ` · ${t.countedShort(counted.people)}`}
            {differs && <b className="cell-apart"> ≠ {t.countDiffers}</b>}
          </span>
        ) : (
          <strong title={t.unobservableHint}>
            {[
              t.unobservable,
              fault && wordOf(t.causes, fault.fault!),
              fault?.since != null && durationOf(now - fault.since),
            ]
              .filter(Boolean)
              .join(' · ')}
          </strong>
        )}
        {down.length > 0 && (
          <small className="room-sensors" title={down.map((s) => s.id).join('\n')}>
            {t.sensorsDown(down.length, sensors.length)}
          </small>
        )}
      </footer>
    </div>
  )
}
