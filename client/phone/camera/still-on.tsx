import { useWords } from '../../i18n/language.ts'
import { useValue } from '../../ui/subscribable.ts'
import { phoneCamera } from './phone-camera.ts'
import './camera.css'

/** Over the page of whoever has to log in again: the camera of this phone still runs. */
export const StillOn = () => {
  const t = useWords().phoneCamera
  const { phase } = useValue(phoneCamera)
  if (phase !== 'on') return null
  return (
    <p role="alert" className="phone-camera-still">
      <span className="phone-camera-lamp" aria-hidden="true" /> {t.stillOn}
    </p>
  )
}
