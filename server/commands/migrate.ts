import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { grantTo } from '../storage/grants.ts'
import { quiet } from '../storage/log.ts'
import { migrate, openDatabase } from '../storage/open.ts'

const usage = `DATABASE_URL=postgres://OWNER@… npm run migrate -- [--grant ROLE]
Brings the schema of a PostgreSQL up to date; with --grant gives ROLE what the server needs, and no more.
Exit code: 0; 1 when the store refused; 2 for a wrong call.`

const { values } = parseArgs({ options: { grant: { type: 'string' }, help: { type: 'boolean', default: false } } })
const read = readConfig()
const databaseUrl = 'config' in read ? read.config.databaseUrl : undefined
if (values.help || databaseUrl === undefined) {
  console.error('problems' in read ? read.problems.join('\n') : usage)
  process.exit(values.help ? 0 : 2)
}
try {
  const database = await openDatabase({ databaseUrl, dataDir: '', log: quiet })
  const ran = await migrate(database)
  console.log(ran.length === 0 ? 'up to date' : ran.join('\n'))
  if (values.grant !== undefined) {
    await grantTo(database, values.grant)
    console.log(`granted to ${values.grant}`)
  }
  await database.close()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
