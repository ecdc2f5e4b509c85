import { Worker } from 'node:worker_threads'

/** What a process (`--import`) or a thread of ours must load before it can load TypeScript (decision 0027). */
export const TYPESCRIPT = new URL('../../scripts/typescript.mjs', import.meta.url).href

/**
 * Starts a thread from a TypeScript file. Node 20 does not give a worker its parent's loader, and under vitest there is
 * none; so the thread loads its own.
 */
export const startThread = (file: URL, workerData: unknown, name: string): Worker => {
  const boot = `import(${JSON.stringify(TYPESCRIPT)}).then(() => import(${JSON.stringify(file.href)}))`
  return new Worker(boot, { eval: true, execArgv: [], workerData, name })
}
