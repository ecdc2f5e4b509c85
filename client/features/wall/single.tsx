import type { CameraView } from '../../../server/contract/video.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import type { Pictures } from '../../live/pictures.ts'
import { Tile } from '../../picture/tile.tsx'
import { numberOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'

interface Props {
  readonly camera: CameraView
  readonly pictures: Pictures
  readonly mediaReady: boolean
  readonly onClose: () => void
  readonly onSnapshot: () => void
}

/** One camera over the whole wall, in its main stream where a browser shows that. */
export const Single = ({ camera, pictures, mediaReady, onClose, onSnapshot }: Props) => {
  const t = useWords().wall
  const unit = live.units.get(camera.unit)
  return (
    <section className="single" aria-label={say(camera.name)}>
      <Tile
        camera={camera}
        stream={camera.mainShows ? 'main' : 'side'}
        pictures={pictures}
        mediaReady={mediaReady}
        onOpen={onClose}
      />
      <footer className="single-foot">
        <span>
          {unit === undefined ? camera.unit : say(unit.name)} · {t.purposesOfCameras[camera.purpose]}
        </span>
        <span className="muted">
          {camera.codec === 'h265' ? t.h265[camera.small === 'encoded' ? 'encoded' : 'substream'] : t.mainStream}
        </span>
        {camera.clock && Math.abs(camera.clock.offsetMs) > camera.clock.uncertaintyMs && (
          <span className="single-clock">
            {t.clockOff(numberOf(camera.clock.offsetMs / 1_000, 1), numberOf(camera.clock.uncertaintyMs / 1_000, 1))}
          </span>
        )}
        <button type="button" className="button" onClick={onSnapshot}>
          {t.snapshot} <Kbd k="S" />
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t.back} <Kbd k="Esc" />
        </button>
      </footer>
    </section>
  )
}
