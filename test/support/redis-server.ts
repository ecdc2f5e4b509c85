import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { accepts, freePort, run, type Service, untilReady } from './service.ts'

export interface RedisServer extends Service {
  readonly port: number
}

/** Starts a Redis with nothing but memory, on `port` or a free one. Throws, naming the package, when there is none. */
export const startRedis = async (port?: number): Promise<RedisServer> => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
  } catch {
    throw new Error('redis-server is not installed: apt-get install redis-server')
  }
  const at = port ?? (await freePort())
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'custodes-redis-'))
  const settings = { port: at, bind: '127.0.0.1', dir, save: '', appendonly: 'no', daemonize: 'no' }
  const running = run(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
  )
  const clean = (): void => fs.rmSync(dir, { recursive: true, force: true })
  try {
    await untilReady(running, () => accepts(at))
  } catch (error) {
    running.child.kill('SIGKILL')
    clean()
    throw error
  }
  return {
    url: `redis://127.0.0.1:${at}`,
    port: at,
    stop: async () => {
      running.child.kill('SIGTERM')
      await running.exited
      clean()
    },
    kill: () => {
      running.child.kill('SIGKILL')
      clean()
    },
  }
}
