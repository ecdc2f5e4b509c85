import type { AlcoholView, HandoverView, PatrolView, UnitShift, WatchView } from '../../../server/contract/duty.ts'
import { say, useWords, words } from '../../i18n/language.ts'
import { shortOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { EvidenceChips, FindingLinks, StateMark } from './marks.tsx'

const clock = (at: number, now: number): string => shortOf(at, now).slice(0, -3)
const span = (s: { readonly startsAt: number; readonly endsAt: number }, now: number): string =>
  `${clock(s.startsAt, now)} – ${clock(s.endsAt, now)}`

/** One unit of the day: duties, patrols, handovers, leave, conferences and what was found. */
export const UnitCard = ({ shift, at }: { readonly shift: UnitShift; readonly at: number }) => {
  const t = useWords().duty
  return (
    <section className="duty-unit">
      <h3>
        {say(shift.name)}{' '}
        {shift.watches.length > 0 && <small className="muted">{t.people(shift.watches.filter(isNow).length)}</small>}
        <FindingLinks findings={shift.findings} most={3} />
      </h3>
      {shift.watches.length > 0 && (
        <table className="duty-table">
          <thead>
            <tr>
              {(['role', 'person', 'post', 'time', 'state', 'evidence', 'checks'] as const).map((c) => (
                <th key={c} className={`duty-col-${c}`}>
                  {t.columns[c]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shift.watches.map((w) => (
              <WatchRow key={`${w.duty} ${w.person.id} ${w.startsAt}`} watch={w} at={at} />
            ))}
          </tbody>
        </table>
      )}
      {shift.patrols.length > 0 && (
        <table className="duty-table">
          <thead>
            <tr>
              {(['carrier', 'crew', 'beat', 'time', 'state', 'evidence', 'checks'] as const).map((c) => (
                <th key={c} className={`duty-col-${c}`}>
                  {t.columns[c]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shift.patrols.map((p) => (
              <PatrolRow key={`${p.carrier} ${p.shift} ${p.startsAt}`} patrol={p} at={at} />
            ))}
          </tbody>
        </table>
      )}
      <Foot shift={shift} at={at} />
    </section>
  )
}

const isNow = ({ state }: WatchView): boolean => state !== 'ahead' && state !== 'over'

const WatchRow = ({ watch: w, at }: { readonly watch: WatchView; readonly at: number }) => {
  const t = useWords().duty
  return (
    <tr className={isNow(w) ? '' : 'duty-dim'}>
      <td>{t.roles[w.role]}</td>
      <td>
        {w.person.name} <small className="muted">{w.person.id}</small>
        {w.insteadOf && <small className="muted"> {t.insteadOf(w.insteadOf.name)}</small>}
        {w.backup && <small className="muted"> {t.backup(w.backup.name)}</small>}
      </td>
      <td>{w.post ? say(w.post.name) : <span className="muted">{t.nowhere}</span>}</td>
      <td className="duty-when">{span(w, at)}</td>
      <td>
        <StateMark state={w.state} />
      </td>
      <td>
        <EvidenceChips evidence={w.evidence} now={at} />
        {w.away && <span className="duty-away">{awayWords(w.away)}</span>}
      </td>
      <td className="duty-checks">
        {w.alcohol && <span className={alcoholClass(w.alcohol)}>{alcoholWords(w.alcohol)}</span>}
        {w.camera && (
          <span className="muted">
            {w.camera.recordingSince !== null
              ? t.camera.recording(clock(w.camera.recordingSince, at))
              : w.camera.returnedAt !== null
                ? `${t.camera.returned(clock(w.camera.returnedAt, at))} · ${w.camera.uploadedAt === null ? t.camera.notUploaded : t.camera.uploaded(clock(w.camera.uploadedAt, at))}`
                : t.camera.issued(clock(w.camera.issuedAt, at))}
          </span>
        )}
      </td>
    </tr>
  )
}

const PatrolRow = ({ patrol: p, at }: { readonly patrol: PatrolView; readonly at: number }) => {
  const t = useWords().duty
  return (
    <tr className={p.state === 'ahead' || p.state === 'over' ? 'duty-dim' : ''}>
      <td>
        <button type="button" className="plain duty-link" onClick={() => goTo('situation', { unit: p.carrier })}>
          {say(p.name)}
        </button>{' '}
        <small className="muted">{p.plate}</small>
      </td>
      <td>{p.crew.map((c) => c.name).join('、')}</td>
      <td>{p.beat ? say(p.beat.name) : <span className="muted">{t.noBeat}</span>}</td>
      <td className="duty-when">{span(p, at)}</td>
      <td>
        <StateMark state={p.state} />
      </td>
      <td>
        <EvidenceChips evidence={p.evidence} now={at} />
        {p.order !== null && <span className="duty-away">{t.underOrder(p.order)}</span>}
      </td>
      <td className="duty-checks">
        {p.alcohol.map((a) => (
          <span key={a.person.id} className={alcoholClass(a)}>
            {a.person.name} {alcoholWords(a)}
          </span>
        ))}
      </td>
    </tr>
  )
}

const Foot = ({ shift, at }: { readonly shift: UnitShift; readonly at: number }) => {
  const t = useWords().duty
  const { handovers, leave, conferences } = shift
  if (handovers.length + leave.length + conferences.length === 0) return null
  return (
    <dl className="duty-foot">
      {handovers.length > 0 && (
        <div>
          <dt>{t.handovers}</dt>
          {handovers.map((h) => (
            <dd key={h.duty}>
              <Handover handover={h} at={at} />
            </dd>
          ))}
        </div>
      )}
      {leave.length > 0 && (
        <div>
          <dt>{t.leave}</dt>
          {leave.map((l) => (
            <dd key={`${l.person.id} ${l.startsAt}`}>
              {l.person.name} {t.leaveKinds[l.kind] ?? l.kind} <span className="muted">{span(l, at)}</span>
              {l.onDuty && <b className="duty-bad"> {t.leaveOnDuty}</b>}
            </dd>
          ))}
        </div>
      )}
      {conferences.length > 0 && (
        <div>
          <dt>{t.conferences}</dt>
          {conferences.map((c) => (
            <dd key={c.conference}>
              {c.title} <span className="muted">{span(c, at)}</span>
              {c.attendance.map((a) => (
                <span key={a.person.id} className="duty-attendee">
                  {a.person.name}{' '}
                  {a.joinedAt === null ? (
                    <b className={at > c.startsAt ? 'duty-bad' : 'muted'}>{t.notJoined}</b>
                  ) : (
                    <span className="muted">
                      {t.joined(clock(a.joinedAt, at))}
                      {a.leftAt !== null && ` · ${t.left(clock(a.leftAt, at))}`}
                    </span>
                  )}
                </span>
              ))}
            </dd>
          ))}
        </div>
      )}
    </dl>
  )
}

const Handover = ({ handover: h, at }: { readonly handover: HandoverView; readonly at: number }) => {
  const t = useWords().duty
  return (
    <>
      <span className={`duty-handover duty-handover-${h.state}`}>{t.handoverStates[h.state]}</span>{' '}
      {clock(h.signedAt ?? h.dueAt, at)} {say(h.post.name)}{' '}
      {t.handover(h.from.name, h.to.map((p) => p.name).join('、'))}
      <span className="muted">
        {h.openItems !== null && ` · ${t.openItems(h.openItems)}`}
        {h.personsHeld !== null && ` · ${t.personsHeld(h.personsHeld)}`}
      </span>
    </>
  )
}

export const alcoholWords = (a: AlcoholView): string => {
  const t = words().duty.alcohol
  return a.result === 'valid' && a.mgPer100ml !== null
    ? t.valid(a.mgPer100ml)
    : a.result === 'declined'
      ? t.declined
      : t.invalid
}
/** Any alcohol at all stands out; what the law makes of it is the rule's to say. */
const alcoholClass = (a: AlcoholView): string =>
  a.result === 'declined' || (a.mgPer100ml ?? 0) > 0 ? 'duty-bad' : 'muted'

export const awayWords = (away: NonNullable<WatchView['away']>): string => {
  const t = words().duty
  if (away.is === 'order') return t.away.order(away.order)
  if (away.is === 'leave') return t.away.leave(t.leaveKinds[away.kind] ?? away.kind)
  return t.away.absence(away.reason, away.substitute?.name ?? '')
}
