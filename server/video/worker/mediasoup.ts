import { env } from 'node:process'

/**
 * mediasoup, told where its worker is. It reads that once, from the environment, when it is imported: there is no
 * other way to tell it, and no second worker in one process.
 */
export const mediasoupWith = (binary: string): Promise<typeof import('mediasoup')> => {
  env.MEDIASOUP_WORKER_BIN = binary
  return import('mediasoup')
}
