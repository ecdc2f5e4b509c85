import type { ProbeReply, ProbeView } from '../../../server/contract/video.ts'
import { useWords } from '../../i18n/language.ts'

/** Beyond this a picture opens slowly. */
const LONG_KEY_FRAMES_MS = 2_000
export const secondsOf = (ms: number): string => (ms / 1000).toFixed(1)

/** What came of trying a camera: each way to it with what it sent, or why nothing came. */
export const ProbeResult = ({ reply, asked }: { readonly reply: ProbeReply; readonly asked: boolean }) => {
  const t = useWords().cameras.probe
  return (
    <div className="probe" role="status">
      <Row name={t.main} view={reply.main} />
      {reply.sub !== null && <Row name={t.sub} view={reply.sub} />}
      {reply.onvif !== null && (
        <p className={reply.onvif.is === 'ok' ? 'probe-ok' : 'probe-bad'}>
          <b>{t.onvif}</b>
          {reply.onvif.is === 'ok'
            ? [
                t.clock(secondsOf(reply.onvif.status.offsetMs), secondsOf(reply.onvif.status.uncertaintyMs)),
                reply.onvif.status.maker,
                reply.onvif.status.model,
              ]
                .filter(Boolean)
                .join(' · ')
            : t.onvifWhy[reply.onvif.why]}
        </p>
      )}
      {reply.preview !== null ? (
        <figure className="probe-preview">
          <img src={reply.preview} alt={t.preview} />
        </figure>
      ) : (
        asked && reply.main.is === 'ok' && <p className="muted">{t.noPreview}</p>
      )}
    </div>
  )
}

const Row = ({ name, view }: { readonly name: string; readonly view: ProbeView }) => {
  const words = useWords()
  const t = words.cameras.probe
  if (view.is === 'failed')
    return (
      <p className="probe-bad">
        <b>{name}</b>
        {words.wall.why[view.why]}
        {view.detail !== '' && <code>{view.detail}</code>}
      </p>
    )
  const { codec, width, height, framesPerSecond, keyFrameMs, reordered, audio } = view.stream
  return (
    <>
      <p className="probe-ok">
        <b>{name}</b>
        {[
          t.stream(codec, width, height, framesPerSecond),
          t.keyFrames(keyFrameMs),
          audio === null ? t.noAudio : t.audio(audio),
        ].join(' · ')}
      </p>
      {(keyFrameMs === null || keyFrameMs > LONG_KEY_FRAMES_MS) && <p className="probe-warn">{t.keyFramesLong}</p>}
      {reordered && <p className="probe-warn">{t.reordered}</p>}
    </>
  )
}
