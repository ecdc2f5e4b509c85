import { LogoutOutlined, QuestionOutlined, SearchOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { GradeShape, grades } from '../finding/grade.tsx'
import { useWords } from '../i18n/language.ts'
import { connection, live } from '../live/feed.ts'
import { useNow, useTopic } from '../live/use-live.ts'
import { logout, useMay, useUser } from '../session/session.ts'
import { backToLive, useCursor } from '../time/cursor.ts'
import { useReplayState } from '../time/replay.ts'
import { dateOf, dateTimeOf, durationOf, timeOf } from '../ui/format.ts'
import { Kbd } from '../ui/kbd.tsx'
import { goTo } from '../ui/location.ts'
import { useValue } from '../ui/subscribable.ts'
import { LanguageButton, ThemeButton } from '../ui/switches.tsx'
import { SoundControl } from './sound-control.tsx'

/** Data older than this is worth a colour; older than the second, worth worry. */
const DATA_AGE_MS = { late: 15_000, old: 60_000 }

interface Props {
  readonly onCommand: () => void
  readonly onShortcuts: () => void
}

/** Always there, the same order on every page: what time is shown, what waits, who watches, on what. */
export const Strip = ({ onCommand, onShortcuts }: Props) => {
  const t = useWords().frame
  const watches = useMay()('situation.view')
  return (
    <header className="strip">
      {watches && <Mode />}
      <Clock />
      <Counts />
      <NextCall />
      <span className="strip-gap" />
      {watches && <OnDuty />}
      <Store />
      <button type="button" className="plain switch strip-find" onClick={onCommand} title={t.command}>
        <SearchOutlined /> <Kbd k="/" />
      </button>
      <SoundControl />
      <ThemeButton />
      <LanguageButton />
      <button type="button" className="plain switch" onClick={onShortcuts} title={t.shortcuts} aria-label={t.shortcuts}>
        <QuestionOutlined />
      </button>
      <Me />
    </header>
  )
}

const Mode = () => {
  const t = useWords().frame
  const cursor = useCursor()
  const { loading, error } = useReplayState()
  const { phase } = useValue(connection)
  if (cursor.mode === 'live' && phase !== 'live') return <strong className="mode mode-unheard">{t.notLive}</strong>
  if (cursor.mode === 'live')
    return (
      <strong className="mode mode-live" title={t.liveHint}>
        <i /> {t.live}
      </strong>
    )
  return (
    <>
      <strong className="mode mode-replay" title={t.replayHint}>
        ◀◀ {t.replay} <time>{dateTimeOf(cursor.at)}</time>
        {cursor.playing && <span> ×{cursor.speed}</span>}
      </strong>
      <button type="button" className="button button-small" onClick={backToLive}>
        {t.backToLive}
        <Kbd k="L" />
      </button>
      {error !== undefined && (
        <span className="chip chip-warn" title={error}>
          {t.replayFailed}
        </span>
      )}
      {loading && error === undefined && <span className="visually-hidden">{t.replayLoading}</span>}
    </>
  )
}

const Clock = () => {
  const t = useWords().frame
  const watches = useMay()('situation.view')
  useTopic(live, 'status')
  const now = useNow()
  const newest = live.status()?.newestDataAt ?? null
  const age = newest === null ? null : Math.max(0, now - newest)
  const worry = age === null || age > DATA_AGE_MS.old ? 'old' : age > DATA_AGE_MS.late ? 'late' : 'fresh'
  return (
    <>
      <span className="strip-clock" title={watches ? t.now : t.workstation}>
        {!watches && <span className="muted">{t.workstation} </span>}
        <span className="muted">{dateOf(now)}</span> <b>{timeOf(now)}</b>
      </span>
      {watches && (
        <span className={`strip-age strip-age-${worry}`} title={t.dataAgeHint}>
          <span className="muted">{t.dataAge}</span> <b>{age === null ? t.noData : durationOf(age)}</b>
        </span>
      )}
    </>
  )
}

/** Always of now, also in replay: what waits does not stop waiting while someone looks back. Unheard is not none. */
const Counts = () => {
  const t = useWords()
  const may = useMay()
  useTopic(live, 'status')
  const status = live.status()
  if (!may('findings.view')) return null
  return (
    <>
      <button
        type="button"
        className="plain strip-counts"
        onClick={() => goTo('findings')}
        title={t.frame.unacknowledged}
      >
        <span className="muted">{t.frame.unacknowledged}</span>
        {grades.map((g) => {
          const n = status?.unacknowledged[g]
          return (
            <span key={g} className={`strip-count ${n ? `grade-${g}` : 'strip-none'}`} title={t.grades[g].long}>
              <span className={n && g === 'A' ? 'loud' : ''}>
                <GradeShape grade={g} />
              </span>
              {t.grades[g].word} <b>{n ?? t.none}</b>
            </span>
          )
        })}
      </button>
      <span className="strip-unseen" title={t.frame.unobservableHint}>
        <i className="hatch" /> {t.frame.unobservable} <b>{status?.unobservable ?? t.none}</b>
      </span>
    </>
  )
}

/** When the next roll-call is due, or how many are under way; which moment of a window is drawn is secret. */
const NextCall = () => {
  const t = useWords().rollCall
  const may = useMay()
  useTopic(live, 'status')
  const now = useNow()
  const calls = live.status()?.rollCall
  if (!may('roll-call.view') || calls === undefined || (calls.next === null && calls.running === 0)) return null
  const { next, running } = calls
  const short = (at: number): string => timeOf(at).slice(0, 5)
  return (
    <button type="button" className="plain strip-call" onClick={() => goTo('roll-call')} title={t.nextHint}>
      <span className="muted">{t.next}</span>{' '}
      {running > 0 ? (
        <b>{t.running(running)}</b>
      ) : (
        next !== null && (
          <>
            {next.to > next.from ? t.nextWithin(short(next.from), short(next.to)) : t.nextAt(short(next.from))}{' '}
            <b>{next.from > now ? t.nextIn(durationOf(next.from - now)) : ''}</b>
          </>
        )
      )}
    </button>
  )
}

const OnDuty = () => {
  const t = useWords().frame
  useTopic(live, 'status')
  const people = live.status()?.onDuty
  if (people === undefined) return null
  return (
    <span className="strip-duty" title={`${t.onDuty} ${people.join(' ')}`}>
      <span className="muted">{t.onDuty}</span> {people.length === 0 ? t.nobody : people.slice(0, 3).join(' · ')}
      {people.length > 3 && ` +${people.length - 3}`}
    </span>
  )
}

const Store = () => {
  const t = useWords().frame
  useTopic(live, 'status')
  const status = live.status()
  if (status === undefined) return null
  const name = t.store[status.store.kind]
  return (
    <>
      <span
        className={`chip ${status.store.kind === 'embedded' ? 'chip-embedded' : ''}`}
        title={t.storeHint(name, status.store.version)}
      >
        {name}
      </span>
      {status.demo !== null && (
        <span className="chip chip-demo" title={t.demoHint}>
          {t.demo}
          {status.demo.clockSpeed !== 1 && ` ${t.demoSpeed(status.demo.clockSpeed)}`}
        </span>
      )}
    </>
  )
}

const Me = () => {
  const t = useWords()
  const user = useUser()
  const { message } = App.useApp()
  return (
    <span className="strip-me">
      <span title={`${user.name} · ${t.roles[user.role]}`}>
        {user.displayName} <span className="muted">{t.roles[user.role]}</span>
      </span>
      <button
        type="button"
        className="plain switch"
        title={t.frame.logout}
        aria-label={t.frame.logout}
        onClick={() => void logout().catch((e: Error) => message.error(e.message))}
      >
        <LogoutOutlined />
      </button>
    </span>
  )
}
