import { useEffect } from 'react'
import type { StayDetail } from '../../../server/contract/custody.ts'
import { say, useWords } from '../../i18n/language.ts'
import { caseArea } from '../../live/custody.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useMay } from '../../session/session.ts'
import { dateTimeOf, shortOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { goTo, setParams } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Badge, Care, Lamp, StageBar } from './cells.tsx'
import { Countdown } from './countdown.tsx'
import { countdownOf, wordOf } from './model.ts'
import './stay.css'
import { useKnownUntil, useShownNow, useTimed } from '../../time/moment.ts'
import { Claims } from './stay-claims.tsx'
import { Approvals, Deadlines, Entries, FindingLinks } from './stay-lists.tsx'
import { Limit } from './stay-row.tsx'
import { Timeline } from './timeline.tsx'
import { Unmask } from './unmask.tsx'

/** Changes come in flocks: a person brought into a room is four entries. */
const SETTLE_MS = 250

/** Everything that is known of one stay, and what is not. */
export const StayPage = ({ id, moment }: { readonly id: string; readonly moment: number | undefined }) => {
  const t = useWords()
  const now = useShownNow(moment)
  const known = useKnownUntil(moment)
  const timed = useTimed(moment)
  const [state, again] = useRequest(`stay ${id} ${moment ?? 'live'}`, (signal) =>
    request('GET /api/stays/:id', { params: { id }, query: { at: moment }, signal }),
  )
  const back = (): void => setParams({ stay: undefined })
  useKeys({ Esc: back })
  useEffect(() => {
    if (moment !== undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown = caseArea.area.get().stays.get(id)
    const off = caseArea.area.subscribe(() => {
      const next = caseArea.area.get().stays.get(id)
      if (next === shown) return
      shown = next
      clearTimeout(timer)
      timer = setTimeout(again, SETTLE_MS)
    })
    const offUnits = live.subscribe('units', again)
    return () => {
      clearTimeout(timer)
      off()
      offUnits()
    }
  }, [id, moment, again])
  const detail = state.value
  if (detail === undefined || !timed)
    return state.is === 'failed' ? (
      <Message bad title={state.error.message} action={{ label: t.custody.back, run: back }} />
    ) : (
      <Waiting rows={12} />
    )
  return <Stay detail={detail} now={now} known={known} back={back} />
}

const Stay = ({
  detail,
  now,
  known,
  back,
}: {
  readonly detail: StayDetail
  readonly now: number
  readonly known: number
  readonly back: () => void
}) => {
  const t = useWords().custody
  const may = useMay()
  const { stay } = detail
  const unit = live.units.get(stay.unit)
  const next = stay.departedAt === null ? countdownOf(stay, now) : undefined
  return (
    <div className="stay-page">
      <header className="stay-head" data-turn={next?.turn ?? 'calm'}>
        <button type="button" className="button button-small" onClick={back}>
          ← {t.back}
          <Kbd k="Esc" />
        </button>
        <h2>{stay.person.masked ?? t.unnamed}</h2>
        <span className="muted">
          {[stay.person.sex && t.sexes[stay.person.sex], stay.person.age !== null && t.age(stay.person.age)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Unmask stay={stay.id} />
        {may('video.review') && (
          <button
            type="button"
            className="button button-small"
            onClick={() => goTo('review', { about: `stay:${stay.id}`, review: undefined })}
          >
            {t.review}
          </button>
        )}
        <span className="stay-unit">{unit ? say(unit.name) : stay.unit}</span>
      </header>
      <Panel className="stay-now" label={t.now}>
        <div className="stay-facts">
          <Fact name={t.columns.measure}>
            {stay.measure ? wordOf(t.measures, stay.measure.kind) : t.noMeasure}
            <small className="muted">{stay.arrivedAt !== null && dateTimeOf(stay.arrivedAt)}</small>
          </Fact>
          <Fact name={t.columns.stage}>
            <StageBar stage={stay.stage} />
          </Fact>
          <Fact name={t.columns.limit}>
            <Limit stay={stay} now={now} />
          </Fact>
          <Fact name={t.columns.next}>
            <Countdown next={next} now={now} />
          </Fact>
          <Fact name={t.columns.room}>
            {stay.room ? say(stay.room.name) : t.nowhere}
            <span className="badges">
              {stay.with.map((o) => (
                <Badge key={o.who} one={o} />
              ))}
            </span>
          </Fact>
          <Fact name={t.columns.recorder}>
            <Lamp recorder={stay.recorder} now={now} />
          </Fact>
          <Fact name={t.columns.restraint}>
            {stay.restraints.map((r) => wordOf(t.restraints, r.kind)).join('、') || t.noRestraint}
          </Fact>
          <Fact name={t.columns.care}>
            <Care stay={stay} now={now} />
          </Fact>
        </div>
        {stay.arrival.disagree && stay.arrival.gateAt !== null && stay.arrival.paperAt !== null && (
          <p className="stay-apart">
            ≠ {t.arrivalApart(shortOf(stay.arrival.gateAt, now), shortOf(stay.arrival.paperAt, now))}
          </p>
        )}
      </Panel>
      <Panel title={t.timeline} className="stay-timeline">
        <Timeline detail={detail} now={Math.max(now, detail.at)} known={Math.max(known, detail.at)} />
      </Panel>
      <div className="stay-lists">
        <Panel title={t.deadlines} className="stay-deadlines">
          <Deadlines detail={detail} now={now} />
        </Panel>
        <Panel title={t.claims} className="stay-claim">
          <Claims detail={detail} />
        </Panel>
        <Panel title={t.approvalsTitle} className="stay-approvals">
          <Approvals detail={detail} now={now} />
        </Panel>
        <Panel title={t.findings} className="stay-findings">
          <FindingLinks detail={detail} now={now} />
        </Panel>
        <Panel
          title={t.entries}
          className="stay-line"
          extra={<span className="muted">{t.entriesCount(detail.line.length)}</span>}
        >
          <Entries detail={detail} now={now} />
        </Panel>
      </div>
    </div>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <h3>{name}</h3>
    <div className="cell-two">{children}</div>
  </div>
)
