import type { IncidentView } from '../../../server/contract/dispatch.ts'
import { GradeShape } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import type { Incidents } from '../../live/incidents.ts'
import type { Picture } from '../../live/picture.ts'
import { useNow } from '../../live/use-live.ts'
import { showOnMap } from '../../map/show.ts'
import { useCursor } from '../../time/cursor.ts'
import { durationOf, timeOf } from '../../ui/format.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Rows } from '../../ui/rows.tsx'
import { unitNameIn } from '../../ui/unit-name.ts'
import { contradictionsOf, listedIncidents, phaseOf, promiseOf } from './incident-model.ts'

interface Props {
  readonly picture: Picture
  readonly held: Incidents
  readonly error: Error | undefined
  readonly again: () => void
}

/** Calls that run, with the time that ticks for each. */
export const IncidentList = ({ picture, held, error, again }: Props) => {
  const t = useWords()
  const now = useNow()
  const chosen = useParam('incident')
  if (useCursor().mode === 'replay') return <Message title={t.dispatch.liveOnly} />
  if (held.at === undefined)
    return error === undefined ? (
      <Waiting rows={4} />
    ) : (
      <Message bad title={error.message} action={{ label: t.failures.retry, run: again }} />
    )
  const items = listedIncidents(held.byId.values(), now)
  if (items.length === 0) return <Message title={t.dispatch.none} hint={t.dispatch.noneHint} />
  return (
    <Rows
      items={items}
      height={62}
      id={(v) => v.id}
      chosen={chosen}
      label={t.dispatch.title}
      row={(v) => <Row one={v} now={now} picture={picture} />}
      onChoose={(id) => {
        setParams({ incident: id })
        showOnMap(held.byId.get(id)?.place)
      }}
    />
  )
}

const Row = ({
  one,
  now,
  picture,
}: {
  readonly one: IncidentView
  readonly now: number
  readonly picture: Picture
}) => {
  const { dispatch: t, grades } = useWords()
  const phase = phaseOf(one, now)
  const promise = promiseOf(one, now)
  const worst = [...one.findings].sort((a, b) => (a.grade < b.grade ? -1 : 1))[0]
  return (
    <div className={`incident-row incident-${phase}`}>
      <div className="incident-top">
        {one.test && (
          <span className="incident-test" title={t.testHint}>
            {t.test}
          </span>
        )}
        <b>{one.category ?? t.uncategorised}</b>
        {one.urgency === 'urgent' && <span className="incident-urgent">{t.urgent}</span>}
        {contradictionsOf(one) > 0 && (
          <span className="incident-contradicted" title={t.contradiction}>
            ≠
          </span>
        )}
        {worst !== undefined && (
          <span className="incident-worst" role="img" aria-label={grades[worst.grade].name} title={say(worst.title)}>
            <GradeShape grade={worst.grade} />
          </span>
        )}
        <span className="incident-phase">
          {t.phase[phase]} {phase !== 'over' && durationOf(Math.max(0, now - one.receivedAt))}
        </span>
      </div>
      <small className="muted incident-low">
        <span>
          {timeOf(one.receivedAt)} · {one.unit === null ? '' : unitNameIn(picture.units, one.unit)}
        </span>
        {promise?.is === 'left' && <span>{t.promiseLeft(durationOf(promise.ms))}</span>}
        {promise?.is === 'over' && <span className="incident-late">{t.promiseOver(durationOf(promise.ms))}</span>}
        {promise?.is === 'broken' && <span className="incident-late">{t.broken}</span>}
        {promise?.is === 'kept' && <span>{t.kept}</span>}
      </small>
    </div>
  )
}
