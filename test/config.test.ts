import { describe, expect, it } from 'vitest'
import { readConfig } from '../server/config.ts'

describe('configuration comes from the environment, and a bad value is named', () => {
  it('has a default for everything', () => {
    const result = readConfig({})
    expect(result).toMatchObject({ config: { host: '127.0.0.1', port: 8080, demo: false, clock: { speed: 1 } } })
  })
  it('takes an empty value as not set', () => {
    expect(readConfig({ DATABASE_URL: '' })).toMatchObject({ config: { databaseUrl: undefined } })
  })
  it.each([
    [{ PORT: '80800' }, /^PORT=80800: /],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL=mysql:\/\/x: /],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL=loud: /],
    [{ DEMO: 'yes' }, /^DEMO=yes: /],
    [{ CLOCK_SPEED: '60' }, /only with DEMO=1/],
    [{ DEMO: '1', CLOCK_EPOCH: 'tomorrow' }, /^CLOCK_EPOCH=tomorrow: /],
  ])('refuses %o', (env, message) => {
    const result = readConfig(env)
    expect('problems' in result && result.problems.join('\n')).toMatch(message)
  })
})
