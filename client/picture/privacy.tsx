import { type RefObject, useEffect, useState } from 'react'
import type { CameraView } from '../../server/contract/video.ts'

interface Props {
  readonly zones: CameraView['privacyZones']
  readonly video: RefObject<HTMLVideoElement | null>
}

/**
 * The parts of a picture that are not shown. They lie on the picture itself, not on the box around it, so they follow
 * its proportions; until those are known everything is covered.
 */
export const PrivacyZones = ({ zones, video }: Props) => {
  const [ratio, setRatio] = useState(0)
  useEffect(() => {
    const element = video.current!
    const look = (): void => setRatio(element.videoHeight > 0 ? element.videoWidth / element.videoHeight : 0)
    look()
    element.addEventListener('resize', look)
    element.addEventListener('loadedmetadata', look)
    return () => {
      element.removeEventListener('resize', look)
      element.removeEventListener('loadedmetadata', look)
    }
  }, [video])
  if (zones.length === 0) return null
  if (ratio === 0) return <div className="tile-privacy tile-privacy-all" aria-hidden="true" />
  return (
    <svg className="tile-privacy" viewBox={`0 0 ${ratio} 1`} aria-hidden="true">
      {zones.map((zone) => {
        const points = zone.map(([x, y]) => `${x * ratio},${y}`).join(' ')
        return <polygon key={points} points={points} />
      })}
    </svg>
  )
}
