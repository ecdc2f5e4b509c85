import { useEffect, useRef } from 'react'
import type { FindingDetail, FindingView } from '../../../server/contract/views.ts'
import { Entry } from '../../finding/entry.tsx'
import { labelOf, readable } from '../../finding/fact.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { isUnseen } from '../../finding/waiting.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useNow, useTopic } from '../../live/use-live.ts'
import { useRequest } from '../../live/use-request.ts'
import { showOnMap } from '../../map/show.ts'
import { useMay } from '../../session/session.ts'
import { seek } from '../../time/cursor.ts'
import { carrierName, carrierNameOf } from '../../ui/carrier-name.ts'
import { dateTimeOf, durationOf, placeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { goTo } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Actions } from './actions.tsx'
import { Citation } from './citation.tsx'
import { EvidenceMap } from './evidence-map.tsx'
import { Footage } from './footage.tsx'
import { Steps } from './steps.tsx'

/** What duty · which article · since when · what evidence · what next: always these five, in this order. */
export const Card = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const [state, again] = useRequest(`finding ${id}`, (signal) =>
    request('GET /api/findings/:id', { params: { id }, signal }),
  )
  useTopic(live, 'findings')
  const detail = state.value
  const newest = live.findings.get(id)?.seq ?? 0
  const asked = useRef(0)
  useEffect(() => {
    // Somebody did something with it: what may be done next has changed as well.
    if (detail === undefined || newest <= detail.view.seq || asked.current >= newest) return
    asked.current = newest
    again()
  }, [detail, newest, again])
  if (detail === undefined)
    return state.is === 'failed' ? (
      <Message bad title={state.error.message} action={{ label: t.failures.retry, run: again }} />
    ) : (
      <Waiting rows={10} />
    )
  const view = newest > detail.view.seq ? (live.findings.get(id) ?? detail.view) : detail.view
  return (
    <article className="card">
      <Head view={view} />
      <section>
        <h3>{t.finding.questions.duty}</h3>
        <Duty view={view} detail={detail} />
      </section>
      <section>
        <h3>{t.finding.questions.article}</h3>
        {detail.rule.citations.map((c) => (
          <Citation key={`${c.law}${c.article}${c.from}`} citation={c} at={view.finding.since} />
        ))}
        <p className="card-limits">
          <b>{t.finding.limits}</b> {say(detail.rule.limits)}
        </p>
      </section>
      <section>
        <h3>{t.finding.questions.since}</h3>
        <Since view={view} />
      </section>
      <Evidence detail={detail} view={view} />
      <section>
        <h3>{t.finding.questions.next}</h3>
        <Actions detail={detail} view={view} onDone={again} />
      </section>
      <section>
        <h3>{t.finding.history}</h3>
        <Steps steps={detail.history} />
      </section>
    </article>
  )
}

const Head = ({ view }: { readonly view: FindingView }) => {
  const t = useWords()
  const may = useMay()
  const { concerns, since } = view.finding
  const map = (): void => {
    goTo('situation', { unit: concerns.carrier ?? undefined })
    showOnMap(live.carriers.get(concerns.carrier ?? '')?.position ?? concerns.place)
  }
  const then = (): void => {
    seek(since - 60_000)
    goTo('situation', { unit: concerns.carrier ?? undefined })
    showOnMap(concerns.place)
  }
  return (
    <header className="card-head">
      <GradeBadge grade={view.finding.grade} loud={isUnseen(view)} />
      <h2>{say(view.title)}</h2>
      <span className={view.active ? 'axis-active' : 'axis-ended'}>
        {view.active ? t.finding.active : isUnseen(view) ? t.finding.endedUnseen : t.finding.ended}
      </span>
      <span className={`axis-${view.status}`}>{t.finding.status[view.status]}</span>
      {may('situation.view') && (
        <span className="card-links">
          <button type="button" className="button button-small" onClick={map}>
            {t.finding.showMap}
          </button>
          <button type="button" className="button button-small" onClick={then}>
            {t.finding.replayThen}
          </button>
          {may('video.review') && (
            <button
              type="button"
              className="button button-small"
              onClick={() => goTo('review', { about: `finding:${view.finding.id}`, review: undefined })}
            >
              {t.finding.review}
            </button>
          )}
        </span>
      )}
    </header>
  )
}

const Duty = ({ view, detail }: { readonly view: FindingView; readonly detail: FindingDetail }) => {
  const t = useWords()
  const { concerns, facts } = view.finding
  const carrier = live.carriers.get(concerns.carrier ?? '')
  const unit = live.units.get(concerns.unit ?? '')
  return (
    <>
      <p className="card-duty">
        {say(detail.rule.title)} <span className="mono muted">{detail.rule.id}</span>
      </p>
      <dl className="facts card-facts">
        <dt>{t.finding.unit}</dt>
        <dd>{unit === undefined ? (concerns.unit ?? t.none) : say(unit.name)}</dd>
        <dt>{t.finding.carrier}</dt>
        <dd>
          {[carrier ? carrierName(carrier) : concerns.carrier, carrier?.plate].filter(Boolean).join(' · ') || t.none}
        </dd>
        {concerns.officers.length > 0 && (
          <>
            <dt>{t.finding.officers}</dt>
            <dd>{concerns.officers.map((o) => live.carriers.get(`officer/${o}`)?.name ?? o).join(' · ')}</dd>
          </>
        )}
        {concerns.place !== null && (
          <>
            <dt>{t.finding.place}</dt>
            <dd className="mono">{placeOf(concerns.place)}</dd>
          </>
        )}
        {Object.entries(facts).map(([k, v]) => (
          <Fact key={k} name={k} value={v} />
        ))}
      </dl>
    </>
  )
}

/** A fact that names a zone, a carrier or a unit is shown by the name people use. */
const Fact = ({ name, value }: { readonly name: string; readonly value: unknown }) => {
  const id = typeof value === 'string' ? value : ''
  const known = live.zones.get(id)?.name ?? live.units.get(id)?.name
  return (
    <>
      <dt>{labelOf(name)}</dt>
      <dd>{known === undefined ? (live.carriers.has(id) ? carrierNameOf(id) : readable(name, value)) : say(known)}</dd>
    </>
  )
}

const Since = ({ view }: { readonly view: FindingView }) => {
  const t = useWords().finding
  const now = useNow()
  const { since, openedAt } = view.finding
  return (
    <p className="card-since">
      <time title={t.sinceHint}>{dateTimeOf(since)}</time>
      <b className={view.active ? 'ticking' : ''}>
        {view.active ? t.lasted : t.lastedTotal} {durationOf((view.endedAt ?? now) - since)}
      </b>
      <span className="muted">
        {t.openedAt} {dateTimeOf(openedAt)}
        {openedAt - since > 60_000 && `（${t.late(durationOf(openedAt - since))}）`}
        {view.endedAt !== null && `　${t.endedAt} ${dateTimeOf(view.endedAt)}`}
      </span>
    </p>
  )
}

const Evidence = ({ detail, view }: { readonly detail: FindingDetail; readonly view: FindingView }) => {
  const t = useWords().finding
  const section = useRef<HTMLElement>(null)
  useKeys({
    E: () => {
      section.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
      section.current?.focus({ preventScroll: true })
    },
  })
  return (
    <section ref={section} tabIndex={-1} className="card-evidence">
      <h3>
        {t.questions.evidence} <Kbd k="E" /> <span className="muted">{t.evidenceEntries(detail.evidence.length)}</span>
      </h3>
      <EvidenceMap evidence={detail.evidence} finding={view.finding} />
      <Footage finding={view.finding.id} />
      <ol className="entries">
        {detail.evidence.map((e) => (
          <Entry key={e.seq} entry={e} />
        ))}
      </ol>
    </section>
  )
}
