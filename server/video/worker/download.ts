import { createWriteStream } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { tarEntry } from './tar-entry.ts'

/** Where the makers of mediasoup put their builds, by version. */
export const WORKER_DOWNLOADS = 'https://github.com/versatica/mediasoup/releases/download'

/** A closed network must not hold up the build: no answer within this is no. */
const CONNECT_MS = 3_000
const WHOLE_MS = 60_000

/**
 * Fetches the worker that its makers built for this kind of machine into `folder` and returns it; undefined, quietly,
 * when it cannot be had. Whether it runs here is for the self-test to say.
 */
export const downloadWorker = async (base: string, version: string, folder: string): Promise<string | undefined> => {
  const kernel = os.platform() === 'linux' ? `-kernel${os.release().split('.')[0]}` : ''
  const name = `mediasoup-worker-${version}-${os.platform()}-${os.arch()}${kernel}.tgz`
  const file = path.join(folder, 'downloaded')
  const aborter = new AbortController()
  const connecting = setTimeout(() => aborter.abort(), CONNECT_MS)
  const whole = setTimeout(() => aborter.abort(), WHOLE_MS)
  try {
    const reply = await fetch(`${base}/${version}/${name}`, { signal: aborter.signal })
    clearTimeout(connecting)
    if (!reply.ok || !reply.body) return undefined
    await pipeline(
      Readable.fromWeb(reply.body as Parameters<typeof Readable.fromWeb>[0]),
      createGunzip(),
      tarEntry('mediasoup-worker'),
      createWriteStream(file),
    )
    await chmod(file, 0o755)
    return file
  } catch {
    // No network, no such file, a broken archive: the next way is tried.
    await rm(file, { force: true })
    return undefined
  } finally {
    clearTimeout(connecting)
    clearTimeout(whole)
  }
}
