import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { NEEDED, recipeOf } from './recipe.ts'

/** How far a build has come: files compiled, of how many. */
export interface Progress {
  readonly done: number
  readonly total: number
}

const INCLUDES = ['/usr/include', '/usr/local/include']

/** Debian's packages that the build needs and this machine has not. */
export const missingPackages = async (): Promise<readonly string[]> => {
  const there = await Promise.all(
    NEEDED.map(({ program, file }) =>
      program === undefined
        ? INCLUDES.some((dir) => fs.existsSync(path.join(dir, file!)))
        : ended(spawn('sh', ['-c', 'command -v "$1"', 'sh', program], { stdio: 'ignore' })).then(
            ({ code }) => code === 0,
          ),
    ),
  )
  return NEEDED.filter((_, i) => !there[i]).map(({ debian }) => debian)
}

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}
const ended = (child: ReturnType<typeof spawn>): Promise<Ended> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })

/** Lines of the compiler that are kept to say why it failed. */
const KEPT_LINES = 30

/**
 * Builds the worker in `folder` and returns the binary. What was compiled before is not compiled again. The lowest
 * priority: a console and a recorder on the same machine come first. Rejects with the compiler's last words.
 */
export const buildWorker = async (
  source: string,
  folder: string,
  heard: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<string> => {
  const { files, binary } = recipeOf(source)
  for (const [file, text] of Object.entries(files)) writeChanged(path.join(folder, file), text)
  const jobs = String(Math.max(1, os.availableParallelism()))
  const child = spawn('ninja', ['-C', folder, '-j', jobs], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  })
  if (child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW)
  const last: string[] = []
  const hear = (chunk: Buffer): void => {
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      const step = /^\[(\d+)\/(\d+)\]/.exec(line)
      if (step) heard({ done: Number(step[1]), total: Number(step[2]) })
      last.push(line)
      if (last.length > KEPT_LINES) last.shift()
    }
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const { code, signal: by } = await ended(child)
  if (code !== 0) throw new Error(`building the media worker ended with ${code ?? by}\n${last.join('\n')}`)
  return path.join(folder, binary)
}

/** A file that is the same keeps its age, so that what was made from it needs not be made again. */
const writeChanged = (file: string, text: string): void => {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}
