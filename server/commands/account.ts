import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { worldClock } from '../clock.ts'
import { placesIn, readConfig } from '../config.ts'
import { PASSWORD_LENGTH } from '../contract/http.ts'
import { type Role, roles } from '../contract/roles.ts'
import { openJournal } from '../journal/open.ts'
import { quiet } from '../storage/log.ts'
import { migrate, openDatabase } from '../storage/open.ts'
import {
  type AccountStore,
  createAccounts,
  disableAccount,
  findAccount,
  setPassword,
  setTotp,
} from '../web/accounts.ts'
import { base32, newSecret, otpauthUri } from '../web/totp.ts'

const usage = `用法 Usage: npm run account -- COMMAND NAME [options]
  create NAME --role ROLE [--unit UNIT] [--display-name TEXT] [--person ID] [--officer NUMBER]   password on standard input
  password NAME                                                              new password on standard input
  disable NAME --reason TEXT                                                 ends its sessions within two seconds
  totp NAME [--off]                                                          second factor on (prints the secret) or off
--by NAME   who does it (default: system); every change is journalled
ROLE        ${roles.join(' · ')}
--officer   number in the register; an officer's page shows the duty of that officer only
--person    who it is: one person may not hold two of auditor, system-admin and security-admin
The store is that of DATABASE_URL or DATA_DIR; the embedded store can be opened by one program only: stop the server first.
Exit code: 0 done · 1 refused · 2 wrong call.`

const { min: MIN_PASSWORD, max: MAX_PASSWORD } = PASSWORD_LENGTH

export interface Result {
  /** 0 done · 1 refused · 2 wrong call */
  readonly code: 0 | 1 | 2
  readonly says: string
}
const done = (says: string): Result => ({ code: 0, says })
const refused = (says: string): Result => ({ code: 1, says })
const wrongCall = (problem: string): Result => ({ code: 2, says: `${problem}\n\n${usage}` })

const readCall = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      unit: { type: 'string' },
      'display-name': { type: 'string' },
      person: { type: 'string' },
      officer: { type: 'string' },
      reason: { type: 'string' },
      by: { type: 'string', default: 'system' },
      off: { type: 'boolean', default: false },
    },
  })
type Options = ReturnType<typeof readCall>['values']
type Ask = () => Promise<string>

const withPassword = async (ask: Ask, use: (password: string) => Promise<Result>): Promise<Result> => {
  const password = await ask()
  return password.length >= MIN_PASSWORD && password.length <= MAX_PASSWORD
    ? use(password)
    : refused(
        `口令须为 ${MIN_PASSWORD} 至 ${MAX_PASSWORD} 个字符。The password must have ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`,
      )
}

const create = async (store: AccountStore, name: string, options: Options, ask: Ask): Promise<Result> => {
  const { role, unit, person, officer, by } = options
  if (!roles.includes(role as Role)) return wrongCall(`--role: ${role ?? 'missing'}; one of ${roles.join(', ')}`)
  if (role === 'officer' && officer === undefined)
    return refused('民警账号须指定 --officer。An account of an officer needs --officer.')
  if (await findAccount(store.database, name))
    return refused(`账号 ${name} 已存在。The account ${name} exists already.`)
  const account = {
    name,
    role: role as Role,
    unit: unit ?? null,
    officer: officer ?? null,
    displayName: options['display-name'] ?? name,
  }
  return withPassword(ask, async (password) => {
    try {
      await createAccounts(store, [{ ...account, password, ...(person === undefined ? {} : { person }) }], by)
      return done(`已创建 created ${name} (${role})`)
    } catch (error) {
      return refused(constraint((error as Error).message))
    }
  })
}

/** What the database refused, in words. */
const constraint = (message: string): string => {
  if (message.includes('account_three_administrators'))
    return '同一人不得兼任三员。One person may not hold two of the three administrators’ roles.'
  if (message.includes('own_unit')) return '该角色须指定 --unit。This role needs --unit.'
  return message
}

const totp = async (store: AccountStore, name: string, { off, by }: Options): Promise<Result> => {
  const secret = off ? null : newSecret()
  await setTotp(store, name, secret, by)
  return done(
    secret
      ? `密钥 secret ${base32(secret)}\n${otpauthUri(name, secret)}`
      : `已关闭第二因素 second factor off for ${name}`,
  )
}

/** Runs one command on a migrated store; `ask` gives the password when one is needed. */
export const accountCommand = async (store: AccountStore, args: readonly string[], ask: Ask): Promise<Result> => {
  let call: ReturnType<typeof readCall>
  try {
    call = readCall(args)
  } catch (error) {
    return wrongCall((error as Error).message)
  }
  const [command, name, ...more] = call.positionals
  const options = call.values
  if (command === undefined || name === undefined || more.length > 0) return wrongCall('COMMAND and NAME are needed')
  if (command === 'create') return create(store, name, options, ask)
  if (!['password', 'disable', 'totp'].includes(command))
    return wrongCall(`${command}: create, password, disable or totp`)
  if (!(await findAccount(store.database, name))) return refused(`没有账号 ${name}。There is no account ${name}.`)
  if (command === 'totp') return totp(store, name, options)
  if (command === 'password')
    return withPassword(ask, async (password) => {
      await setPassword(store, name, password, options.by)
      return done(`口令已更改，其会话已结束 password changed, sessions of ${name} ended`)
    })
  if (!options.reason) return wrongCall('--reason is missing')
  await disableAccount(store, name, options.reason, options.by)
  return done(`已停用，其会话已结束 disabled, sessions of ${name} ended`)
}

/** The first line of standard input: an argument would stand in the process list and in the shell's history. */
const readPassword = async (): Promise<string> => {
  if (process.stdin.isTTY) console.error('口令（输入后回车）Password, then Enter:')
  let text = ''
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.split(/\r?\n/)[0] ?? ''
}

const main = async (): Promise<Result> => {
  const args = process.argv.slice(2)
  if (args.length === 0 || args.includes('--help')) return { code: args.length === 0 ? 2 : 0, says: usage }
  const read = readConfig()
  if ('problems' in read) return wrongCall(read.problems.join('\n'))
  const { config } = read
  const dataDir = placesIn(config.dataDir).store
  const cacheDir = path.resolve(import.meta.dirname, '..', '..', '.cache')
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir, cacheDir, log: quiet })
  try {
    await migrate(database)
    const signingKey = placesIn(config.dataDir).signingKey
    const journal = await openJournal({ database, clock: worldClock, signingKey, log: quiet })
    try {
      return await accountCommand({ database, journal, clock: worldClock }, args, readPassword)
    } finally {
      await journal.close()
    }
  } finally {
    await database.close()
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main().then(
    ({ code, says }) => {
      if (code === 0) console.log(says)
      else console.error(says)
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    },
  )
