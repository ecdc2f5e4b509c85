import { spawn } from 'node:child_process'
import type { Camera } from '../../domain/camera/register.ts'
import { type Address, INPUT, inputList } from '../ingest/address.ts'
import { maskFilters } from '../masks.ts'

const MOST_MS = 12_000

/** One picture of a camera as JPEG, what is not shown blacked out, taken now over a connection of its own; undefined when none comes. */
export const takeStill = (
  ffmpeg: string,
  address: Address,
  zones: Camera['privacyZones'],
): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    const masks = maskFilters(zones)
    const mask = masks.length > 0 ? ['-vf', masks.join(',')] : []
    const out = ['-map', '0:v:0', ...mask, '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-f', 'image2pipe', 'pipe:1']
    const child = spawn(ffmpeg, ['-v', 'error', ...INPUT, ...out], { stdio: ['pipe', 'pipe', 'ignore'] })
    const parts: Buffer[] = []
    const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS)
    child.stdin.on('error', () => {
      // It ended before it read its input: there is no picture.
    })
    child.stdin.end(inputList(address))
    child.stdout.on('data', (chunk: Buffer) => parts.push(chunk))
    const done = (): void => {
      clearTimeout(timer)
      resolve(parts.length > 0 ? Buffer.concat(parts) : undefined)
    }
    child.once('error', done)
    child.once('close', done)
  })
