import type { CameraLoss } from '../../domain/observation/camera.ts'

/** What ffmpeg says when a camera fails, and what that means. The first that fits counts. */
const meanings: readonly (readonly [RegExp, CameraLoss])[] = [
  [/401 Unauthorized|403 Forbidden|authorization failed/i, 'wrong-password'],
  [/404 Not Found|Stream not found/i, 'not-found'],
  [/Connection refused|45[0-9] |46[0-9] |5\d\d .*(?:Server|Service)/, 'refused'],
  [/No route to host|Network is unreachable|Name or service not known|Temporary failure in name/i, 'unreachable'],
  [/Connection timed out|Operation timed out|Host is down/i, 'unreachable'],
  [/Stream map '0:v:0' matches no streams|does not contain any stream/i, 'no-video'],
  [/Could not find tag for codec|codec not currently supported|Unsupported codec|unknown codec/i, 'codec'],
  [/dimensions not set|unspecified size|Could not find codec parameters/i, 'no-key-frame'],
]

/** Why it failed, from its last words; undefined when they say nothing that we know. */
export const faultIn = (words: string): CameraLoss | undefined => meanings.find(([said]) => said.test(words))?.[1]

/** Words of a disk and not of a camera. */
export const isDiskFault = (words: string): boolean =>
  /No space left on device|Input\/output error.*\.mp4|Read-only file system|Disk quota exceeded/i.test(words)
