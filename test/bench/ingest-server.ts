import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { worldClock } from '../../server/clock.ts'
import { openDeviceBook } from '../../server/gateways/device-book.ts'
import { startJt808Gateway } from '../../server/gateways/jt808-gateway.ts'
import type { Draft, Journal } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/open.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate, openDatabase } from '../../server/storage/open.ts'

/**
 * The process under load: `gateway` journals and answers, `single` commits each frame by itself, `echo` gives
 * the bytes back. Tells its port, and on demand the processor time it used.
 */
const [mode, databaseUrl, ...phones] = process.argv.slice(2)

const bind = (phone: string): Draft[] => {
  const device = `jt808:${phone}`
  const at = worldClock()
  return [
    {
      source: 'bench',
      key: `bound ${device}`,
      observation: { kind: 'device.bound', observedAt: at, data: { device, carrier: null, owner: 'bench' } },
    },
    {
      source: 'bench',
      key: `approved ${device}`,
      observation: { kind: 'device.approved', observedAt: at, data: { device, by: 'bench' } },
    },
  ]
}

/** Takes frames one by one, each in a transaction of its own that the next one waits for. */
const oneByOne = (journal: Journal): Journal => {
  let queue: Promise<unknown> = Promise.resolve()
  return {
    ...journal,
    append: (drafts) => {
      const each = drafts.map((draft) => {
        const appended = queue.then(() => journal.append([draft]))
        queue = appended.catch(() => undefined)
        return appended
      })
      return Promise.all(each).then((receipts) => receipts.flat())
    },
  }
}

const startGateway = async (): Promise<number> => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'custodes-bench-'))
  const database = await openDatabase({ databaseUrl, dataDir: dir, log: quiet })
  await migrate(database)
  const journal = await openJournal({ database, clock: worldClock, signingKey: path.join(dir, 'key.pem'), log: quiet })
  for (let i = 0; i < phones.length; i += 200) await journal.append(phones.slice(i, i + 200).flatMap(bind))
  const gateway = await startJt808Gateway({
    journal: mode === 'single' ? oneByOne(journal) : journal,
    book: await openDeviceBook(journal),
    clock: worldClock,
    secret: 'bench',
    host: '127.0.0.1',
    port: 0,
    log: quiet,
    metrics: { add: () => {} },
  })
  return gateway.port
}

const startEcho = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer((socket) => {
      socket.on('data', (bytes) => socket.write(bytes))
      socket.on('error', () => socket.destroy())
    })
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port))
  })

const port = await (mode === 'echo' ? startEcho() : startGateway())
process.on('message', () => process.send!({ cpu: process.cpuUsage() }))
process.on('disconnect', () => process.exit(0))
process.send!({ port })
