import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

export interface Cluster {
  readonly url: string
  readonly stop: () => Promise<void>
  /** At once, for a process that is going to end. */
  readonly kill: () => void
}

const READY_WITHIN_MS = 30_000
/** Half an hour: two clusters made less than that apart may use the same places in their logs. */
const TICK_MS = 30 * 60_000
const FIRST = Date.parse('2026-01-01T00:00:00Z')

/** Folder of the newest PostgreSQL programs on this machine; undefined when there are none. */
export const postgresqlPrograms = (): string | undefined => {
  const home = '/usr/lib/postgresql'
  const versions = fs.existsSync(home) ? fs.readdirSync(home).map(Number) : []
  const installed = versions.sort((a, b) => b - a).map((v) => path.join(home, String(v), 'bin'))
  return installed.find((dir) => ['initdb', 'postgres', 'pg_resetwal'].every((p) => fs.existsSync(path.join(dir, p))))
}

/** PostgreSQL refuses to run as root: then it runs as the user of its package. Undefined when there is none. */
const owner = (): { uid?: number; gid?: number } | undefined => {
  if (process.getuid?.() !== 0) return {}
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

/**
 * A PostgreSQL of its own in a temporary folder, with its log readable by logical decoding. Every new one begins further
 * on in log and transaction numbers than those before it: to whoever reads the stream it is one system that goes on.
 * Undefined when PostgreSQL cannot run here.
 */
export const startCluster = async (): Promise<Cluster | undefined> => {
  const [bin, who] = [postgresqlPrograms(), owner()]
  if (bin === undefined || who === undefined) return undefined
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'custodes-tickets-'))
  if (who.uid !== undefined) fs.chownSync(dir, who.uid, who.gid!)
  const data = path.join(dir, 'data')
  const clean = (): void => fs.rmSync(dir, { recursive: true, force: true })
  const made = { ...who, cwd: dir, stdio: 'pipe' } as const
  const tick = Math.max(1, Math.floor((Date.now() - FIRST) / TICK_MS))
  try {
    const init = ['-D', data, '--username=vio', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
    execFileSync(path.join(bin, 'initdb'), init, made)
    const segment = `00000001${tick.toString(16).padStart(8, '0').toUpperCase()}00000001`
    execFileSync(path.join(bin, 'pg_resetwal'), ['-e', String(tick), '-l', segment, data], made)
  } catch (error) {
    clean()
    throw error
  }
  const port = await freePort()
  const settings = {
    ...{ port, listen_addresses: '127.0.0.1', unix_socket_directories: dir, wal_level: 'logical', max_connections: 20 },
    ...{ shared_buffers: '16MB', max_wal_senders: 2, max_replication_slots: 2, fsync: 'off' },
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(bin, 'postgres'), ['-D', data, ...args], { ...who, cwd: dir, stdio: 'ignore' })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = (): void => {
    child.kill('SIGQUIT')
    clean()
  }
  process.once('exit', kill)
  const stop = async (): Promise<void> => {
    process.off('exit', kill)
    child.kill('SIGINT')
    await exited
    clean()
  }
  const url = `postgresql://vio@127.0.0.1:${port}/postgres`
  for (const until = Date.now() + READY_WITHIN_MS; ; ) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      return { url, stop, kill }
    } catch (error) {
      if (child.exitCode !== null || Date.now() > until) {
        await stop()
        throw error
      }
    } finally {
      await client.end().catch(() => undefined)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
