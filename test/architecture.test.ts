import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom. A folder not named on the right is out of reach. Nobody imports main.ts or commands. */
const may: Record<string, readonly string[]> = {
  'server/domain': [],
  'server/protocols': ['server/domain'],
  'server/rules': ['server/domain'],
  'server/contract': ['server/domain'],
  'server/engine': ['server/domain', 'server/rules'],
  'server/storage': [],
  'server/journal': ['server/domain', 'server/storage'],
  'server/gateways': ['server/domain', 'server/protocols', 'server/journal'],
  'server/supervision': [
    'server/domain',
    'server/rules',
    'server/engine',
    'server/journal',
    'server/contract',
    'server/storage',
  ],
  'server/video': ['server/domain', 'server/protocols', 'server/journal', 'server/contract', 'server/storage'],
  'server/web': [
    'server/domain',
    'server/contract',
    'server/supervision',
    'server/video',
    'server/journal',
    'server/storage',
  ],
  simulators: ['server/protocols'],
  client: ['server/contract'],
}
const pure = ['server/domain', 'server/protocols', 'server/rules', 'server/contract', 'server/engine']
/** The schema library, assertions, GBK tables, and exact point-in-polygon. */
const packagesOfPure = new Set(['zod', 'node:assert/strict', 'iconv-lite', 'point-in-polygon-hao', 'geojson'])
/** Within a door, the files that a simulator may open: what every sender knows of it. */
const codecs = /\/(codec|bytes|wire|catalogue\/index)\.ts$/
/** Lists and tables of data may be long. */
const dataFiles = /(client\/i18n\/(zh|en)\.ts|simulators\/county\/.*data.*)$/

const filesIn = (dir: string): string[] =>
  fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f))
    .map((f) => path.posix.join(dir, f))
const homes = Object.keys(may).filter((dir) => fs.existsSync(dir))
const home = (file: string): string | undefined => Object.keys(may).find((dir) => file.startsWith(`${dir}/`))
const read = (file: string): string => fs.readFileSync(file, 'utf8')
const imports = (file: string): string[] =>
  [...read(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map((m) => m[1]!)

describe('who imports whom', () => {
  it.each(homes.flatMap(filesIn))('%s', (file) => {
    const from = home(file)!
    for (const name of imports(file)) {
      if (!name.startsWith('.')) {
        if (pure.includes(from)) expect(packagesOfPure, `${from} is pure`).toContain(name)
        continue
      }
      const target = path.posix.join(path.posix.dirname(file), name)
      const to = home(target)
      if (to === from) continue
      expect(may[from], `${file} → ${name}`).toContain(to)
      if (from === 'simulators') expect(target, 'simulators open the language of a door only').toMatch(codecs)
    }
  })
})

describe('pure folders have no clock and no chance', () => {
  it.each(pure.flatMap(filesIn))('%s', (file) =>
    expect(read(file)).not.toMatch(/Date\.now|new Date\(\)|Math\.random|setTimeout|setInterval|process\.env/),
  )
})

describe('the environment is read in one file', () => {
  it.each(homes.flatMap(filesIn))('%s', (file) => expect(read(file)).not.toMatch(/process\.env/))
})

describe('a feature of the console never imports another feature', () => {
  const features = fs.existsSync('client/features') ? filesIn('client/features') : []
  it('has features to hold to it', () => expect(features.length).toBeGreaterThan(0))
  it.each(features)('%s', (file) => {
    const own = file.split('/')[2]!
    for (const name of imports(file).filter((n) => n.startsWith('.'))) {
      const target = path.posix.join(path.posix.dirname(file), name)
      if (file !== 'client/features/index.ts' && target.startsWith('client/features/'))
        expect(target.split('/')[2], `${file} → ${name}`).toBe(own)
    }
  })
})

describe('a file fits in one sitting', () => {
  const all = [...homes, 'test'].flatMap(filesIn).filter((f) => !dataFiles.test(f))
  it.each(all)('%s', (file) => expect(read(file).split('\n').length).toBeLessThanOrEqual(400))
})
