import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Role } from './contract/roles.ts'
import type { Text } from './domain/text.ts'
import { type Clock, type Instant, minutes } from './domain/time.ts'
import { credential } from './gateways/credential.ts'
import type { Journal } from './journal/journal.ts'
import type { Database } from './storage/database.ts'
import { importCounty } from './supervision/import/import-county.ts'
import { DEMO_HEAD_START_MS } from './supervision/import/roster.ts'
import { createAccounts } from './web/accounts.ts'

export interface DemoAccount {
  readonly name: string
  readonly password: string
  readonly title: Text
  readonly role: Role
}

interface Store {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
}

const COUNTY = path.resolve(import.meta.dirname, '..', 'county')

const cast: readonly { name: string; role: Role; unit: string | null; officer?: string; title: Text }[] = [
  { name: 'supervisor', role: 'supervisor', unit: null, title: { zh: '督察民警', en: 'Supervising officer' } },
  {
    name: 'supervisor2',
    role: 'supervisor',
    unit: null,
    title: { zh: '督察民警（二）', en: 'Second supervising officer' },
  },
  { name: 'chief', role: 'chief', unit: null, title: { zh: '督察长', en: 'Chief supervisor' } },
  { name: 'leader', role: 'leader', unit: null, title: { zh: '局领导', en: 'Bureau leader' } },
  {
    name: 'station-head',
    role: 'unit-leader',
    unit: 'station-chengdong',
    title: { zh: '派出所所长', en: 'Head of a station' },
  },
  {
    name: 'officer',
    role: 'officer',
    unit: 'station-chengdong',
    officer: 'P01',
    title: { zh: '民警（手机页 /phone/）', en: 'Officer (the page /phone/)' },
  },
  // Day and night change every week: one of the two is on duty whenever somebody looks.
  {
    name: 'officer2',
    role: 'officer',
    unit: 'station-chengdong',
    officer: 'P25',
    title: { zh: '民警（手机页 /phone/，另一班）', en: 'Officer of the other shift (the page /phone/)' },
  },
  { name: 'auditor', role: 'auditor', unit: null, title: { zh: '审计员', en: 'Auditor' } },
  { name: 'sysadmin', role: 'system-admin', unit: null, title: { zh: '系统管理员', en: 'System administrator' } },
  { name: 'secadmin', role: 'security-admin', unit: null, title: { zh: '安全管理员', en: 'Security administrator' } },
]

/**
 * Reads the folder of the fictional county and imports it with a roster for the coming week; what is known stays.
 * When a demonstration begins, so does the shift that is running: nobody is asked about the hours before.
 */
export const importDemoCounty = async (
  { database, journal, clock }: Store,
  folder = COUNTY,
  begins = true,
): Promise<void> => {
  const at = clock()
  const files = [
    ...fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ name }) => ({ name, bytes: fs.readFileSync(path.join(folder, name)) })),
    ...arrangements(path.join(folder, 'demo'), at),
  ]
  const roster = { from: at, days: 8, ...(begins && { beginAt: at - DEMO_HEAD_START_MS }) }
  const result = await importCounty({ journal, database, files, at, by: 'demo', roster })
  if (result.is === 'refused') throw new Error(`the demonstration's county: ${JSON.stringify(result.problems[0])}`)
}

/** Orders and tasks repeat, as the simulated county does, every two hours of the day that begins. */
const REPEATED_MS = 2 * 3_600_000
const REPEATS = 12

/**
 * `orders.csv` and `tasks.csv` of the folder, where `+12` stands for the twelfth minute, written out for the coming
 * day: no file knows when a demonstration begins. Their numbers carry the time, so that another day's are others.
 */
const arrangements = (folder: string, at: Instant): { name: string; bytes: Buffer }[] => {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).map((name) => {
    const [header = '', ...lines] = fs.readFileSync(path.join(folder, name), 'utf8').trim().split(/\r?\n/)
    const written = Array.from({ length: REPEATS }, (_, i) => at + i * REPEATED_MS).flatMap((from) => {
      const stamp = chinaTime(from).replace(/\D/g, '').slice(4, 12)
      return lines.map((line) =>
        line
          .replace(/,\+(\d+(?:\.\d+)?)/g, (_, minute: string) => `,${chinaTime(from + minutes(Number(minute)))}`)
          .replace(/county-day-(\w+)/g, (_, number: string) => `${stamp}-${number}`),
      )
    })
    return { name, bytes: Buffer.from([header, ...written].join('\r\n')) }
  })
}

/** `2026-03-10 10:00:00` on China's clock, as people write it into tables. */
const chinaTime = (at: Instant): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** The accounts of a demonstration: passwords are made once, at random, and kept in `file` (mode 0600). */
export const openDemoAccounts = async (store: Store, file: string): Promise<readonly DemoAccount[]> => {
  const passwords: Record<string, string> = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  for (const { name } of cast) passwords[name] ??= randomBytes(6).toString('base64url')
  fs.writeFileSync(file, JSON.stringify(passwords, null, 2), { mode: 0o600 })
  const accounts = cast.map((one) => ({ ...one, password: passwords[one.name]! }))
  await createAccounts(
    store,
    accounts.map(({ name, password, role, title, unit, officer }) => ({
      name,
      password,
      role,
      displayName: title.zh,
      unit,
      officer: officer ?? null,
    })),
  )
  return accounts.map(({ name, password, title, role }) => ({ name, password, title, role }))
}

/** The simulated phones' tokens, for `npm run simulate -- … --tokens FILE` (mode 0600). */
export const writeDemoTokens = (devices: readonly string[], secret: Uint8Array, file: string): void => {
  const phones = devices.filter((device) => device.startsWith('osmand:'))
  const tokens = Object.fromEntries(phones.map((device) => [device, credential(secret, device)]))
  fs.writeFileSync(file, JSON.stringify(tokens, null, 2), { mode: 0o600 })
}
