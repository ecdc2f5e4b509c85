import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settings } from '../server/config.ts'

describe('docs/operations.md names every setting', () => {
  const page = fs.readFileSync('docs/operations.md', 'utf8')
  it.each(settings.map((s) => s.name))('%s', (name) => expect(page).toContain(`\`${name}\``))
})
