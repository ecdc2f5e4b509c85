import { codecs } from '../live/codecs.ts'
import { proveHandshake } from './handshake.ts'
import { mediasoupWith } from './mediasoup.ts'

/** Each step of the handshake has so long; a machine that is busy with the build itself is slow. */
const WITHIN_MS = 20_000

// Run by itself, with the worker to prove as its argument: a worker that dies takes nobody along.
const main = async (binary: string | undefined): Promise<void> => {
  if (binary === undefined) throw new Error('self-test.ts WORKER')
  const { createWorker } = await mediasoupWith(binary)
  const worker = await createWorker({ logLevel: 'error' })
  const died = new Promise<never>((_, reject) => worker.on('died', reject))
  const router = await worker.createRouter({ mediaCodecs: [...codecs] })
  await Promise.race([died, proveHandshake(router, WITHIN_MS)])
}

main(process.argv[2]).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
