import { App } from 'antd'
import type { FindingView } from '../../../server/contract/views.ts'
import { act } from '../../finding/act.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { isUnseen } from '../../finding/waiting.ts'
import { say, useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { useTopic } from '../../live/use-live.ts'
import { showOnMap } from '../../map/show.ts'
import { useMay } from '../../session/session.ts'
import { useCursor } from '../../time/cursor.ts'
import { Lasting } from '../../ui/age.tsx'
import { carrierName } from '../../ui/carrier-name.ts'
import { timeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { goTo, setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Rows } from '../../ui/rows.tsx'
import { waiting } from './model.ts'

/** The findings of the moment that the map shows, beside it. */
export const FindingList = ({ picture }: { readonly picture: Picture }) => {
  const t = useWords()
  const may = useMay()
  const { message } = App.useApp()
  useTopic(picture, 'findings')
  const cursor = useCursor()
  const chosen = useParam('finding')
  const items = waiting(picture.findings.values())
  const at = items.findIndex((f) => f.finding.id === chosen)

  const choose = (id: string): void => {
    const { concerns } = picture.findings.get(id)?.finding ?? {}
    setParams({ finding: id, unit: concerns?.carrier ?? undefined })
    showOnMap(picture.carriers.get(concerns?.carrier ?? '')?.position ?? concerns?.place)
  }
  const step = (by: number): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))]
    if (next !== undefined) choose(next.finding.id)
  }
  const mayAct = may('findings.work') && cursor.mode === 'live'
  const acknowledge = (id: string): void =>
    void act(id, 'acknowledge').then(
      () => message.success(t.finding.done.acknowledge),
      (e: Error) => message.error(e.message),
    )
  const current = items[at]
  const canAck = mayAct && current !== undefined && isUnseen(current)
  useKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    A: canAck ? () => acknowledge(current.finding.id) : undefined,
    Enter: current === undefined ? undefined : () => goTo('findings', { finding: current.finding.id }),
    E: current === undefined ? undefined : () => goTo('findings', { finding: current.finding.id }),
  })
  // Not yet told is not the same as nothing there.
  if (picture.at() === undefined) return <Waiting rows={6} />
  if (items.length === 0) return <Message title={t.situation.noFindings} />
  const now = cursor.mode === 'replay' ? picture.at() : undefined
  return (
    <div className="finding-side">
      <Rows
        items={items}
        height={76}
        id={(f) => f.finding.id}
        chosen={chosen}
        label={t.situation.findings}
        row={(f) => <Row f={f} picture={picture} now={now} />}
        onChoose={choose}
        onDouble={(id) => goTo('findings', { finding: id })}
      />
      {current !== undefined && (
        <footer className="finding-foot">
          {canAck && (
            <button type="button" className="button button-main" onClick={() => acknowledge(current.finding.id)}>
              {t.finding.actions.acknowledge}
              <Kbd k="A" />
            </button>
          )}
          <button type="button" className="button" onClick={() => goTo('findings', { finding: current.finding.id })}>
            {t.finding.openCard}
            <Kbd k="E" />
          </button>
        </footer>
      )}
    </div>
  )
}

const Row = ({
  f,
  picture,
  now,
}: {
  readonly f: FindingView
  readonly picture: Picture
  readonly now: number | undefined
}) => {
  const t = useWords()
  const carrier = picture.carriers.get(f.finding.concerns.carrier ?? '')
  const unit = picture.units.get(f.finding.concerns.unit ?? '')
  return (
    <div className="finding-row">
      <div className="finding-top">
        <GradeBadge grade={f.finding.grade} loud={isUnseen(f)} />
        <span className="finding-status muted">{t.finding.status[f.status]}</span>
        <span className="finding-since">
          {timeOf(f.finding.since)} ·{' '}
          {f.active ? <Lasting since={f.finding.since} endedAt={null} now={now} /> : t.finding.endedShort}
        </span>
      </div>
      <b className="finding-title">{say(f.title)}</b>
      <small className="muted">
        {[carrier && carrierName(carrier), carrier?.plate, unit === undefined ? null : say(unit.name)]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </div>
  )
}
