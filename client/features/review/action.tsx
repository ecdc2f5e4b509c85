import { useState } from 'react'
import type { ReviewTimeline, ReviewView } from '../../../server/contract/reviews.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { dateTimeOf, durationOf } from '../../ui/format.ts'
import { setParams } from '../../ui/location.ts'
import type { Playhead } from './playhead.ts'

export type ActionKind = 'pin' | 'note' | 'reviewed' | 'clock' | 'share' | 'hold' | 'export'

interface Props {
  readonly kind: ActionKind
  readonly review: ReviewView
  readonly source: string | null
  readonly timeline: ReviewTimeline | undefined
  readonly mark: Playhead['mark']
  readonly at: number
  readonly onDone: (changed: boolean) => void
}

/** These take the stretch between the handles, and cannot do without it. */
const needsRange: ReadonlySet<ActionKind> = new Set(['pin', 'reviewed', 'hold', 'export'])
const needsText: ReadonlySet<ActionKind> = new Set(['pin', 'note', 'clock', 'hold', 'export'])
const needsSource: ReadonlySet<ActionKind> = new Set(['pin', 'reviewed', 'clock', 'hold'])
const SHORTEST = 4

/** One form for everything that is done at the playhead; each is journalled with who and why. */
export const Action = ({ kind, review, source: first, timeline, mark, at, onDone }: Props) => {
  const t = useWords().review
  const [text, setText] = useState('')
  const [source, setSource] = useState(first)
  const [finding, setFinding] = useState(review.subject.is === 'finding' ? review.subject.id : '')
  const [shiftS, setShiftS] = useState('0')
  const [errorS, setErrorS] = useState('0.5')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [link, setLink] = useState<string>()
  const { from, to } = mark
  const ranged = from !== null && to !== null
  const shift = Number(shiftS)
  const ready =
    (!needsRange.has(kind) || ranged) &&
    (!needsText.has(kind) || text.trim().length >= SHORTEST) &&
    (!needsSource.has(kind) || source !== null) &&
    (kind !== 'pin' || finding !== '') &&
    (kind !== 'clock' || (Number.isFinite(shift) && Number.isFinite(Number(errorS)) && Number(errorS) >= 0))

  const act = async (): Promise<void> => {
    const params = { id: review.id }
    const span = { from: from ?? at, to: to ?? at }
    switch (kind) {
      case 'pin':
        await request('POST /api/reviews/:id/pins', { params, body: { finding, source, ...span, note: text.trim() } })
        return onDone(true)
      case 'note':
        await request('POST /api/reviews/:id/notes', { params, body: { at, source, text: text.trim() } })
        return onDone(true)
      case 'reviewed':
        await request('POST /api/reviews/:id/reviewed', { params, body: { source, ...span } })
        return onDone(true)
      case 'clock':
        await request('POST /api/video/sources/:id/clock', {
          params: { id: source ?? '' },
          body: {
            shiftMs: Math.round(shift * 1000),
            uncertaintyMs: Math.round(Number(errorS) * 1000),
            from: review.from,
            reason: text.trim(),
          },
        })
        return onDone(true)
      case 'hold':
        await request('POST /api/video/holds', { body: { source, ...span, reason: text.trim() } })
        return onDone(true)
      case 'export':
        await request('POST /api/reviews/:id/exports', {
          params,
          body: {
            sources: review.sources,
            ...span,
            finding: finding === '' ? null : finding,
            reason: text.trim(),
          },
        })
        return setParams({ review: undefined, exports: 'all' })
      case 'share': {
        const { token } = await request('POST /api/reviews/:id/share', {
          params,
          body: { at, layout: { focus: first } },
        })
        setLink(`${location.origin}${location.pathname}#/review?share=${token}`)
      }
    }
  }
  const send = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await act()
    } catch (e) {
      setError(e instanceof Error ? e.message : String(e))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="review-action"
      aria-label={t.actions[kind]}
      onSubmit={(e) => {
        e.preventDefault()
        if (ready) void send()
      }}
    >
      <p>
        <b>{t.actions[kind]}</b> <span className="muted">{t.actionHints[kind]}</span>
      </p>
      {needsRange.has(kind) && (
        <p className={ranged ? '' : 'review-error'}>
          {ranged ? `${dateTimeOf(from)} — ${dateTimeOf(to)} · ${durationOf(to - from)}` : t.needsRange}
        </p>
      )}
      {(needsSource.has(kind) || kind === 'note') && (
        <label>
          {t.source}
          <select className="field" value={source ?? ''} onChange={(e) => setSource(e.target.value || null)}>
            {kind === 'note' && <option value="">{t.allSources}</option>}
            {review.sources.map((one) => (
              <option key={one} value={one}>
                {nameIn(review, one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {(kind === 'pin' || kind === 'export') && (
        <label>
          {t.finding}
          <select className="field" value={finding} onChange={(e) => setFinding(e.target.value)}>
            <option value="">{kind === 'pin' ? t.choose : t.noFinding}</option>
            {review.subject.is === 'finding' && <option value={review.subject.id}>{say(review.title)}</option>}
            {timeline?.findings
              .filter((f) => review.subject.is !== 'finding' || f.id !== review.subject.id)
              .map((f) => (
                <option key={f.id} value={f.id}>
                  {f.grade} · {say(f.title)}
                </option>
              ))}
          </select>
        </label>
      )}
      {kind === 'clock' && (
        <>
          <label>
            {t.shiftS}
            <input className="field" inputMode="decimal" value={shiftS} onChange={(e) => setShiftS(e.target.value)} />
          </label>
          <label>
            {t.errorS}
            <input className="field" inputMode="decimal" value={errorS} onChange={(e) => setErrorS(e.target.value)} />
          </label>
        </>
      )}
      {needsText.has(kind) && (
        <input
          className="field review-words"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          maxLength={1000}
          value={text}
          placeholder={t.words[kind === 'pin' || kind === 'note' ? 'note' : 'reason']}
          aria-label={t.words[kind === 'pin' || kind === 'note' ? 'note' : 'reason']}
          onChange={(e) => setText(e.target.value)}
          onKeyDown={(e) => e.key === 'Escape' && onDone(false)}
        />
      )}
      {link !== undefined && (
        <input
          className="field review-words"
          readOnly
          value={link}
          aria-label={t.actions.share}
          onFocus={(e) => e.target.select()}
        />
      )}
      {error !== undefined && (
        <span role="alert" className="review-error">
          {error}
        </span>
      )}
      {link === undefined && (
        <button type="submit" className="button button-small button-main" disabled={!ready || busy}>
          {t.actionDo[kind]}
        </button>
      )}
      <button type="button" className="button button-small" onClick={() => onDone(false)}>
        {link === undefined ? t.cancel : t.done}
      </button>
    </form>
  )
}

const nameIn = ({ suggestions }: ReviewView, source: string): string => {
  const known = suggestions.find((s) => s.source.id === source)
  return known ? say(known.source.name) : source
}
