import { readConfig } from '../config.ts'
import { WORKER_DOWNLOADS } from '../video/worker/download.ts'
import { provisionWorker, type WorkerState } from '../video/worker/provision.ts'

// Makes the media worker beforehand: for an image, or while the tests that need none run.
const result = readConfig()
if ('problems' in result) {
  for (const problem of result.problems) console.error(problem)
  process.exit(78)
}
const { worker, cacheDir, download } = result.config.video
let said = ''
const heard = (state: WorkerState): void => {
  const words = state.is === 'building' ? `building ${Math.floor((state.done / state.total) * 10) * 10} %` : state.is
  if (words !== said) console.log(`media worker: ${words}`)
  said = words
}
const ended = await provisionWorker({
  given: worker,
  cacheDir,
  downloads: download ? WORKER_DOWNLOADS : undefined,
  heard,
})
if (ended.is === 'ready') console.log(ended.binary)
else {
  console.error(ended.packages.length > 0 ? `missing: apt-get install ${ended.packages.join(' ')}` : ended.detail)
  process.exitCode = 1
}
