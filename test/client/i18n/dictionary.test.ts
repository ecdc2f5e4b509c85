import { describe, expect, it } from 'vitest'
import { en } from '../../../client/i18n/en.ts'
import { zh } from '../../../client/i18n/zh.ts'

type Leaf = readonly [path: string, value: unknown]
const leaves = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([k, v]) => leaves(v, path === '' ? k : `${path}.${k}`))
    : [[path, value]]

const [chinese, english] = [leaves(zh), leaves(en)]

describe('Chinese is the source language, English complete', () => {
  it('both have the same keys', () => expect(english.map(([k]) => k).sort()).toEqual(chinese.map(([k]) => k).sort()))
  it('no sentence is empty', () => {
    for (const [key, value] of [...chinese, ...english]) expect(value, key).not.toBe('')
  })
  it('a sentence with blanks has as many in both', () => {
    const wanted = new Map(chinese)
    for (const [key, value] of english)
      expect(typeof value === 'function' ? value.length : 0, key).toBe(
        typeof wanted.get(key) === 'function' ? (wanted.get(key) as () => void).length : 0,
      )
  })
  it('nothing in Chinese was left in English, names and marks excepted', () => {
    const same = new Set(['PostgreSQL', '—'])
    const allowed = /^(frame\.(language|languageHint|store\.postgresql)|none)$/
    const left = chinese.filter(
      ([k, v]) => typeof v === 'string' && !same.has(v) && !allowed.test(k) && !/[\u4e00-\u9fff]/.test(v),
    )
    expect(left).toEqual([])
  })
})
