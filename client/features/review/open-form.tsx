import { useState } from 'react'
import type { ReviewSubject } from '../../../server/contract/reviews.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { useRequest } from '../../live/use-request.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { MomentField } from '../../ui/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { subjectFrom } from './model.ts'

const SHORTEST = 4
const QUARTER_MS = 15 * 60_000

/** Milliseconds out of an address; undefined for anything else. */
const instantOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined

/** What, when and why; the purpose is asked once, and every byte that follows is journalled under it. */
export const OpenForm = () => {
  const t = useWords().review
  const about = useParam('about')
  const share = useParam('share')
  const given = subjectFrom(share === undefined ? about : `share:${share}`)
  const now = useNow()
  const [kind, setKind] = useState<'camera' | 'unit' | 'complaint'>('camera')
  const [chosen, setChosen] = useState('')
  // A link may bring the stretch along.
  const [from, setFrom] = useState(instantOf(useParam('from')))
  const [to, setTo] = useState(instantOf(useParam('to')))
  const [purpose, setPurpose] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [sources] = useRequest('review sources', (signal) => request('GET /api/video/sources', { signal }))

  const subject: ReviewSubject | undefined = given ?? (chosen === '' ? undefined : { is: kind, id: chosen })
  const ready = subject !== undefined && purpose.trim().length >= SHORTEST && !(from && to && to <= from)
  const open = async (): Promise<void> => {
    if (!subject) return
    setBusy(true)
    setError(undefined)
    try {
      const { review } = await request('POST /api/reviews', {
        body: { subject, purpose: purpose.trim(), from, to },
      })
      setParams({ review: review.id, about: undefined, share: undefined, from: undefined, to: undefined })
    } catch (e) {
      setError(e instanceof Error ? e.message : String(e))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Panel title={t.open} className="review-open">
      <form
        onSubmit={(e) => {
          e.preventDefault()
          if (ready) void open()
        }}
      >
        <p className="muted">{t.openHint}</p>
        {given !== undefined ? (
          <p className="review-about">
            <b>{t.subjects[given.is]}</b> {'id' in given && <span className="mono">{given.id}</span>}
            <button
              type="button"
              className="button button-small"
              onClick={() => setParams({ about: undefined, share: undefined })}
            >
              {t.otherSubject}
            </button>
          </p>
        ) : (
          <fieldset className="review-subject">
            <legend>{t.subject}</legend>
            {(['camera', 'unit', 'complaint'] as const).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  checked={kind === one}
                  onChange={() => {
                    setKind(one)
                    setChosen('')
                  }}
                />
                {t.subjects[one]}
              </label>
            ))}
            {kind === 'complaint' ? (
              <input
                className="field"
                value={chosen}
                maxLength={128}
                aria-label={t.complaintNumber}
                placeholder={t.complaintNumber}
                onChange={(e) => setChosen(e.target.value.trim())}
              />
            ) : (
              <select
                className="field"
                value={chosen}
                aria-label={t.subject}
                onChange={(e) => setChosen(e.target.value)}
              >
                <option value="">{sources.is === 'loading' ? t.loading : t.choose}</option>
                {kind === 'camera' &&
                  sources.value?.sources.map((s) => (
                    <option key={s.id} value={s.id}>
                      {say(s.name)} · {t.areas[s.area]}
                    </option>
                  ))}
                {kind === 'unit' &&
                  [...live.units.values()].map((u) => (
                    <option key={u.id} value={u.id}>
                      {say(u.name)}
                    </option>
                  ))}
              </select>
            )}
            <p className="muted">{t.subjectHint}</p>
          </fieldset>
        )}
        <fieldset className="review-range">
          <legend>{t.range}</legend>
          <MomentField at={from} label={t.from} onMoment={setFrom} />
          <span>—</span>
          <MomentField at={to} label={t.to} onMoment={setTo} />
          {([15, 60] as const).map((minutes) => (
            <button
              key={minutes}
              type="button"
              className="button button-small"
              onClick={() => {
                setFrom(now - (minutes / 15) * QUARTER_MS)
                setTo(now)
              }}
            >
              {t.lastMinutes(minutes)}
            </button>
          ))}
          <p className="muted">{t.rangeHint}</p>
        </fieldset>
        <label className="review-purpose">
          {t.purpose}
          <textarea
            className="field"
            rows={2}
            maxLength={200}
            value={purpose}
            placeholder={t.purposeHint}
            onChange={(e) => setPurpose(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && ready) void open()
            }}
          />
        </label>
        {error !== undefined && (
          <p role="alert" className="review-error">
            {error}
          </p>
        )}
        <button type="submit" className="button button-main" disabled={!ready || busy}>
          {busy ? t.opening : t.openDo}
        </button>
      </form>
    </Panel>
  )
}
