import { useState } from 'react'
import type { ReviewTimeline, ReviewView } from '../../../server/contract/reviews.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { kindOf } from '../../i18n/kind-of.ts'
import { say, useWords } from '../../i18n/language.ts'
import { dateTimeOf, timeOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import type { Window } from './axis.ts'
import { wordsOf } from './event-words.ts'
import { playhead, seekTo, usePlayhead } from './playhead.ts'
import { TrackMap } from './track-map.tsx'

interface Props {
  readonly review: ReviewView
  readonly timeline: ReviewTimeline | undefined
  readonly error: Error | undefined
  readonly again: () => void
  readonly range: Window
}

const tabs = ['map', 'events', 'findings', 'people', 'notes'] as const
type Tab = (typeof tabs)[number]
/** More rows than this are not read; what lies around the playhead is shown. */
const MOST_ROWS = 400

/** What was told at those moments, on the same axis as the pictures; a row goes to its moment. */
export const Side = ({ timeline, error, again, range }: Props) => {
  const t = useWords()
  const [tab, setTab] = useState<Tab>('events')
  const { at } = usePlayhead()
  const counts: Readonly<Record<Tab, number | undefined>> = {
    map: timeline?.tracks.length,
    events: timeline?.events.length,
    findings: timeline?.findings.length,
    people: timeline?.presence.length,
    notes: timeline && timeline.notes.length + timeline.pins.length,
  }
  return (
    <aside className="review-side panel">
      <div className="tabs" role="tablist">
        {tabs.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={tab === one} onClick={() => setTab(one)}>
            {t.review.tabs[one]} {counts[one] !== undefined && <small>{counts[one]}</small>}
          </button>
        ))}
      </div>
      <div className="review-side-body" role="tabpanel">
        {timeline === undefined ? (
          error === undefined ? (
            <Waiting rows={8} />
          ) : (
            <Message bad title={error.message} action={{ label: t.failures.retry, run: again }} />
          )
        ) : (
          <Content tab={tab} timeline={timeline} at={at} range={range} />
        )}
      </div>
    </aside>
  )
}

const Content = ({
  tab,
  timeline,
  at,
  range,
}: {
  readonly tab: Tab
  readonly timeline: ReviewTimeline
  readonly at: number
  readonly range: Window
}) => {
  const words = useWords()
  const t = words.review
  const go = (moment: number): void => {
    playhead.set({ ...playhead.get(), playing: false })
    seekTo(moment, range)
  }
  const nothing = <p className="message muted">{t.nothing}</p>
  switch (tab) {
    case 'map':
      return timeline.tracks.length === 0 ? nothing : <TrackMap tracks={timeline.tracks} at={at} />
    case 'events': {
      if (timeline.events.length === 0) return nothing
      const now = timeline.events.findLastIndex((e) => e.at <= at)
      const first = Math.max(0, Math.min(now - MOST_ROWS / 2, timeline.events.length - MOST_ROWS))
      return (
        <ol className="review-rows">
          {timeline.events.slice(first, first + MOST_ROWS).map((e, i) => (
            <li key={e.seq} className={first + i === now ? 'now' : e.at > at ? 'ahead' : ''}>
              <button type="button" onClick={() => go(e.at)}>
                <time>{timeOf(e.at)}</time>
                <span className="chip">{t.families[e.family]}</span>
                <span>{kindOf(words, e.kind)}</span>
                <small className="muted">{wordsOf(e).join(' · ')}</small>
                {e.recordedAt - e.at > 60_000 && <span className="chip chip-warn">{t.toldLate}</span>}
              </button>
            </li>
          ))}
        </ol>
      )
    }
    case 'findings':
      return timeline.findings.length === 0 ? (
        nothing
      ) : (
        <ol className="review-rows">
          {timeline.findings.map((f) => (
            <li key={f.id} className={f.since <= at && (f.endedAt ?? Infinity) >= at ? 'now' : ''}>
              <button type="button" onClick={() => go(f.since)}>
                <time>{timeOf(f.since)}</time>
                <GradeBadge grade={f.grade} />
                <span>{say(f.title)}</span>
              </button>
              <button type="button" className="button button-small" onClick={() => goTo('findings', { finding: f.id })}>
                {t.card}
              </button>
            </li>
          ))}
        </ol>
      )
    case 'people':
      return timeline.presence.length === 0 ? (
        nothing
      ) : (
        <ol className="review-rows">
          {timeline.presence.map((p) => (
            <li key={`${p.room} ${p.who} ${p.from}`} className={p.from <= at && (p.to ?? Infinity) >= at ? 'now' : ''}>
              <button type="button" onClick={() => go(p.from)}>
                <time>{timeOf(p.from)}</time>
                <span>{p.to === null ? t.stillThere : timeOf(p.to)}</span>
                <b>{p.name ?? t.unknownPerson}</b>
                <span className="chip">{t.personKind(p.as)}</span>
                <small className="muted">{say(p.roomName)}</small>
              </button>
            </li>
          ))}
        </ol>
      )
    case 'notes':
      return timeline.notes.length + timeline.pins.length === 0 ? (
        nothing
      ) : (
        <ol className="review-rows">
          {timeline.pins.map((p) => (
            <li key={p.id}>
              <button type="button" onClick={() => go(p.from)}>
                <time>{timeOf(p.from)}</time>
                <span className="chip chip-ok">{t.pinned}</span>
                <span>{p.note}</span>
                <small className="muted">
                  {p.by} · {dateTimeOf(p.at)}
                </small>
              </button>
            </li>
          ))}
          {timeline.notes.map((n) => (
            <li key={n.seq}>
              <button type="button" onClick={() => go(n.at)}>
                <time>{timeOf(n.at)}</time>
                <span>{n.text}</span>
                <small className="muted">
                  {n.by} · {dateTimeOf(n.writtenAt)}
                </small>
              </button>
            </li>
          ))}
        </ol>
      )
  }
}
