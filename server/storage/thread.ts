import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * Starts a thread from a TypeScript file. Node 20 gives a worker neither its parent's loader nor (with
 * `--import tsx`) a working one of its own, and under vitest there is none at all; so the thread loads tsx itself.
 */
export const startThread = (file: URL, workerData: unknown, name: string): Worker => {
  const require = createRequire(import.meta.url)
  const api = pathToFileURL(path.join(path.dirname(require.resolve('tsx/package.json')), 'dist/esm/api/index.mjs'))
  const boot = `import(${JSON.stringify(api.href)}).then(({ tsImport }) =>
    tsImport(${JSON.stringify(file.href)}, ${JSON.stringify(import.meta.url)}))`
  return new Worker(boot, { eval: true, execArgv: [], workerData, name })
}
