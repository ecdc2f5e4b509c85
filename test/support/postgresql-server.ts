import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { accepts, freePort, type Running, run, type Service, untilReady } from './service.ts'

export interface PostgresqlServer extends Service {
  readonly port: number
  /** Like a machine that loses its processes: SIGKILL to the server and all it started. Then `start` again. */
  crash(): Promise<void>
  /** Ends it in order; the data stay. */
  halt(): Promise<void>
  start(): Promise<void>
}

/** The newest PostgreSQL that Debian's packages put on this machine. */
const binaries = (): string => {
  const home = '/usr/lib/postgresql'
  const versions = fs.existsSync(home) ? fs.readdirSync(home).map(Number) : []
  const newest = versions.filter((v) => fs.existsSync(`${home}/${v}/bin/initdb`)).sort((a, b) => b - a)[0]
  if (newest === undefined || newest < 15)
    throw new Error('PostgreSQL 15 or newer is not installed: apt-get install postgresql postgresql-15-postgis-3')
  if (!fs.existsSync(`/usr/share/postgresql/${newest}/extension/postgis.control`))
    throw new Error(`PostGIS is not installed: apt-get install postgresql-${newest}-postgis-3`)
  return `${home}/${newest}/bin`
}

/** PostgreSQL refuses to run as root: then it runs as the user of its package. */
const owner = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith('postgres:'))
  if (!line) throw new Error('there is no user "postgres" to run PostgreSQL as: apt-get install postgresql-common')
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Settings of a server that keeps its promises (fsync and full pages stay on) on a small machine. */
const settings = (port: number, dir: string): Record<string, string> => ({
  port: String(port),
  listen_addresses: '127.0.0.1',
  unix_socket_directories: dir,
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  fsync: 'on',
  full_page_writes: 'on',
})

/** Whether it takes sessions: a server that listens may still be starting up. */
const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client(url)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Starts a new PostgreSQL in a temporary folder. Throws, naming the Debian package, when there is none. */
export const startPostgresql = async (): Promise<PostgresqlServer> => {
  const bin = binaries()
  const who = owner()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'custodes-pg-'))
  if (who.uid !== undefined) fs.chownSync(dir, who.uid, who.gid!)
  const data = path.join(dir, 'data')
  const port = await freePort()
  const url = `postgresql://custodes@127.0.0.1:${port}/postgres`
  let running: Running | undefined
  const clean = (): void => fs.rmSync(dir, { recursive: true, force: true })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const last = running
    running = undefined
    last?.child.kill(signal)
    await last?.exited
  }
  const start = async (): Promise<void> => {
    const args = Object.entries(settings(port, dir)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    running = run(path.join(bin, 'postgres'), ['-D', data, ...args], { ...who, cwd: dir })
    await untilReady(running, async () => (await accepts(port)) && (await answers(url)))
  }
  try {
    const init = ['-D', data, '--username=custodes', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']
    execFileSync(path.join(bin, 'initdb'), init, { ...who, cwd: dir, stdio: 'pipe' })
    await start()
  } catch (error) {
    await end('SIGKILL')
    clean()
    throw error
  }
  return {
    url,
    port,
    start,
    halt: () => end('SIGINT'),
    crash: async () => {
      // Its children notice that the parent is gone and end by themselves; the next start waits for that.
      await end('SIGKILL')
    },
    stop: async () => {
      await end('SIGINT')
      clean()
    },
    kill: () => {
      running?.child.kill('SIGQUIT')
      clean()
    },
  }
}
