/** Why a phone gives no picture; each has words of its own on the page. */
export type CaptureProblem = 'insecure' | 'denied' | 'no-camera' | 'busy' | 'unsupported' | 'failed'

export class CaptureError extends Error {
  readonly why: CaptureProblem
  constructor(why: CaptureProblem, message: string) {
    super(message)
    this.name = 'CaptureError'
    this.why = why
  }
}

/** What browsers call it. */
const meanings: Readonly<Record<string, CaptureProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
  NotReadableError: 'busy',
  AbortError: 'busy',
}
export const problemOf = (error: unknown): CaptureProblem =>
  error instanceof CaptureError ? error.why : (error instanceof Error && meanings[error.name]) || 'failed'

/** The scene in front of the officer, not their face. */
const WANTED: MediaStreamConstraints = {
  video: {
    facingMode: { ideal: 'environment' },
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 25, max: 30 },
  },
  audio: true,
}

/** Camera and microphone. Rejects with a CaptureError that says what is wrong. */
export const capture = async (): Promise<MediaStream> => {
  // Browsers hide the camera from a page that did not come over HTTPS.
  if (!window.isSecureContext || !navigator.mediaDevices) throw new CaptureError('insecure', location.origin)
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED)
  } catch (error) {
    throw new CaptureError(problemOf(error), error instanceof Error ? error.message : String(error))
  }
}

export const letGo = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
