import { say, useWords } from '../../i18n/language.ts'
import { cameras } from '../../live/cameras.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useMay } from '../../session/session.ts'
import { dateTimeOf, timeOf } from '../../ui/format.ts'
import { useValue } from '../../ui/subscribable.ts'

/** The footage that was pinned as evidence of a finding, and the way to see its moment on every camera. */
export const Footage = ({ finding }: { readonly finding: string }) => {
  const t = useWords().review.ofFinding
  const may = useMay()
  const { byId } = useValue(cameras)
  const [asked] = useRequest(`pins ${finding}`, (signal) =>
    request('GET /api/findings/:id/pins', { params: { id: finding }, signal }),
  )
  const pins = asked.value?.pins ?? []
  return (
    <>
      {may('video.review') && (
        <p>
          <a className="button button-small" href={`#/review?about=${encodeURIComponent(`finding:${finding}`)}`}>
            {t.review}
          </a>
        </p>
      )}
      {asked.is === 'failed' && <p role="alert">{asked.error.message}</p>}
      {pins.length > 0 && (
        <ul className="pins" aria-label={t.pinned(pins.length)}>
          <li className="muted">{t.pinned(pins.length)}</li>
          {pins.map((pin) => {
            const camera = byId.get(pin.source)
            return (
              <li key={pin.id}>
                <b>{camera ? say(camera.name) : pin.source}</b>
                <span className="mono">
                  {dateTimeOf(pin.from)} — {timeOf(pin.to)}
                </span>
                <span>{pin.note}</span>
                <span className="muted">{t.by(pin.by, pin.segments.length)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
