import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { TYPESCRIPT } from '../../storage/thread.ts'
import { buildWorker, missingPackages, type Progress } from './build.ts'
import { downloadWorker } from './download.ts'
import { lockFile } from './lock-file.ts'
import { recipeKey, workerSource } from './recipe.ts'

export type Origin = 'given' | 'kept' | 'downloaded' | 'built'

/** How far the media worker is; `ready` and `missing` are the ends. */
export type WorkerState =
  | { readonly is: 'looking' }
  | { readonly is: 'downloading' }
  | ({ readonly is: 'building' } & Progress)
  | { readonly is: 'testing' }
  | { readonly is: 'ready'; readonly binary: string; readonly origin: Origin }
  | {
      readonly is: 'missing'
      readonly why: 'packages' | 'build' | 'self-test'
      /** Debian's packages to install, when it is those. */
      readonly packages: readonly string[]
      readonly detail: string
    }
type Ended = Extract<WorkerState, { is: 'ready' | 'missing' }>

export interface ProvisionOptions {
  /** A worker that somebody built elsewhere; no other is then looked for. */
  readonly given: string | undefined
  /** Kept from start to start and from checkout to checkout. */
  readonly cacheDir: string
  /** Where the makers' own builds lie; undefined: not asked. */
  readonly downloads: string | undefined
  readonly heard: (state: WorkerState) => void
  readonly signal?: AbortSignal
}

const SELF_TEST_MS = 90_000

/** Proves a worker in a process of its own. Undefined when it passed, else what went wrong. */
export const selfTest = (binary: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const file = path.join(import.meta.dirname, 'self-test.ts')
    execFile(process.execPath, ['--import', TYPESCRIPT, file, binary], { timeout: SELF_TEST_MS }, (error, _, stderr) =>
      resolve(error ? stderr.trim() || error.message : undefined),
    )
  })

/**
 * A media worker that passed its self-test: the one given, else the one kept, else the makers' own build, else one
 * built here from the package's source with Debian's libraries. Never rejects; what could not be had is said.
 */
export const provisionWorker = async (options: ProvisionOptions): Promise<Ended> => {
  const ended = await provision(options).catch(
    (error: unknown): Ended => ({ is: 'missing', why: 'build', packages: [], detail: wordsOf(error) }),
  )
  options.heard(ended)
  return ended
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const provision = async ({ given, cacheDir, downloads, heard, signal }: ProvisionOptions): Promise<Ended> => {
  heard({ is: 'looking' })
  if (given !== undefined) {
    heard({ is: 'testing' })
    const fault = await selfTest(given)
    if (fault !== undefined) return { is: 'missing', why: 'self-test', packages: [], detail: `${given}: ${fault}` }
    return { is: 'ready', binary: given, origin: 'given' }
  }
  const { dir: source, version } = workerSource()
  const folder = path.join(cacheDir, `media-worker-${recipeKey(version)}`)
  fs.mkdirSync(folder, { recursive: true })
  const binary = path.join(folder, 'mediasoup-worker')
  // Two servers that start at once build once.
  const unlock = await lockFile(path.join(folder, 'lock'), () => heard(othersProgress(folder)), signal)
  try {
    if (await isProven(binary, heard)) return { is: 'ready', binary, origin: 'kept' }
    if (downloads !== undefined) {
      heard({ is: 'downloading' })
      const fetched = await downloadWorker(downloads, version, folder)
      if (fetched && (await keepIfProven(fetched, binary, heard)) === undefined)
        return { is: 'ready', binary, origin: 'downloaded' }
    }
    const packages = await missingPackages()
    if (packages.length > 0) return { is: 'missing', why: 'packages', packages, detail: '' }
    const build = path.join(folder, 'build')
    const built = await buildWorker(
      source,
      build,
      (progress) => {
        fs.writeFileSync(path.join(folder, 'progress'), JSON.stringify(progress))
        heard({ is: 'building', ...progress })
      },
      signal,
    )
    const fault = await keepIfProven(built, binary, heard)
    if (fault !== undefined) return { is: 'missing', why: 'self-test', packages: [], detail: fault }
    fs.rmSync(build, { recursive: true, force: true })
    fs.rmSync(path.join(folder, 'progress'), { force: true })
    return { is: 'ready', binary, origin: 'built' }
  } finally {
    unlock()
  }
}

/** What another process that builds the same worker last said of it. */
const othersProgress = (folder: string): WorkerState => {
  try {
    const { done, total } = JSON.parse(fs.readFileSync(path.join(folder, 'progress'), 'utf8')) as Progress
    return { is: 'building', done, total }
  } catch {
    // Not written yet, or half of it.
    return { is: 'looking' }
  }
}

/** Beside a worker that passed lies which file it was: its size and age. */
const stampOf = (binary: string): string => {
  const { size, mtimeMs } = fs.statSync(binary)
  return `${size} ${mtimeMs}`
}

const isProven = async (binary: string, heard: ProvisionOptions['heard']): Promise<boolean> => {
  if (!fs.existsSync(binary)) return false
  const stamp = `${binary}.proven`
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === stampOf(binary)) return true
  heard({ is: 'testing' })
  if ((await selfTest(binary)) !== undefined) return false
  fs.writeFileSync(stamp, stampOf(binary))
  return true
}

/** Moves a worker that passes to where it is kept; otherwise says what went wrong. */
const keepIfProven = async (
  candidate: string,
  binary: string,
  heard: ProvisionOptions['heard'],
): Promise<string | undefined> => {
  heard({ is: 'testing' })
  const fault = await selfTest(candidate)
  if (fault !== undefined) return fault
  fs.renameSync(candidate, binary)
  fs.writeFileSync(`${binary}.proven`, stampOf(binary))
  return undefined
}
