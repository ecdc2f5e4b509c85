import net from 'node:net'
import path from 'node:path'
import readline from 'node:readline'
import { openJournal } from '../../../server/journal/open.ts'
import { quiet } from '../../../server/storage/log.ts'
import { migrate, openDatabase } from '../../../server/storage/open.ts'
import { fix } from '../../journal/drafts.ts'

/**
 * The smallest server there can be around a journal: `device number` on a line comes in, `key seq` goes out once it
 * is durable. Arguments: data folder, and the PostgreSQL to use, if any. Prints its port when it is ready.
 */
const main = async (): Promise<void> => {
  const [dataDir, databaseUrl] = process.argv.slice(2)
  const database = await openDatabase({ dataDir: dataDir!, databaseUrl, log: quiet, cacheDir: path.resolve('.cache') })
  await migrate(database)
  const journal = await openJournal({ database, clock: Date.now, signingKey: `${dataDir}.key`, log: quiet })
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    const lines = readline.createInterface({ input: socket })
    lines.on('error', () => socket.destroy())
    lines.on('line', (line) => {
      const [device, number] = line.split(' ').map(Number)
      const draft = fix(number!, device!)
      journal.append([draft]).then(
        ([receipt]) => socket.writable && socket.write(`${draft.key} ${receipt!.seq}\n`),
        () => socket.destroy(),
      )
    })
  })
  server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as net.AddressInfo).port}`))
}
await main()
