import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { createRegister } from '../../server/domain/register.ts'
import type { Draft } from '../../server/journal/journal.ts'
import { createStanding, planImport } from '../../server/supervision/import/plan.ts'
import type { SourceFile } from '../../server/supervision/import/read-files.ts'
import { AT, bureau, collection, countyFolder, file, of, read, square } from './folder.ts'

/** A journal of a few lines: keeps what is appended, once a key. */
const startBook = () => {
  const entries: Entry[] = []
  const keys = new Set<string>()
  return {
    entries,
    append: (drafts: readonly Draft[]): number => {
      const fresh = drafts.filter((d) => !keys.has(d.key))
      for (const { key, observation } of fresh) {
        keys.add(key)
        entries.push({ seq: entries.length + 1, recordedAt: AT, observation })
      }
      return fresh.length
    },
  }
}
const plan = (book: ReturnType<typeof startBook>, files: readonly SourceFile[]) => {
  const { apply, standing } = createStanding()
  book.entries.forEach(apply)
  return planImport(read(files).drafts, standing)
}
const beat = (id: string, west: number) => file('beats.geojson', collection([square(id, {}, west)]))

describe('importing the same folder twice changes nothing', () => {
  it('says nothing new the second time', () => {
    const book = startBook()
    const first = plan(book, countyFolder())
    expect(first.unchanged).toBe(0)
    book.append(first.drafts)
    const second = plan(book, countyFolder())
    expect([second.drafts, second.added, second.changed]).toEqual([[], [], []])
    expect(second.unchanged).toBe(first.drafts.length)
  })
  it('two at once are one', () => {
    const book = startBook()
    const [a, b] = [plan(book, bureau), plan(book, bureau)]
    expect(book.append(a.drafts)).toBeGreaterThan(0)
    expect(book.append(b.drafts)).toBe(0)
  })
})

describe('what changed is told, and nothing else', () => {
  it('goes to a new outline and back, and forth again', () => {
    const book = startBook()
    book.append(plan(book, [...bureau, beat('B1', 106.2)]).drafts)
    for (const west of [106.3, 106.2, 106.3]) {
      const next = plan(book, [...bureau, beat('B1', west)])
      expect(next.changed.map((s) => s.about)).toEqual(['zone.drawn B1'])
      expect(book.append(next.drafts)).toBe(1)
      const register = createRegister()
      book.entries.forEach(register.apply)
      expect(register.zone('B1', AT)!.polygon[0]![0]![0]).toBe(west)
    }
  })
  it('a changed zone holds from the import on; before that the old one stays in force', () => {
    const book = startBook()
    book.append(plan(book, [...bureau, beat('B1', 106.2)]).drafts)
    book.append(plan(book, [...bureau, beat('B1', 106.3)]).drafts)
    const register = createRegister()
    book.entries.forEach(register.apply)
    expect(register.zone('B1', AT - 60_000)!.polygon[0]![0]![0]).toBe(106.2)
    expect(register.zone('B1', AT)!.polygon[0]![0]![0]).toBe(106.3)
  })
  it('a zone somebody withdrew comes back when the folder still has it', () => {
    const book = startBook()
    book.append(plan(book, [...bureau, beat('B1', 106.2)]).drafts)
    book.append([
      {
        source: 'console',
        key: 'w',
        observation: {
          kind: 'zone.withdrawn',
          observedAt: AT,
          data: { zone: 'B1', validUntil: AT, by: 'chief', reason: 'x' },
        },
      },
    ])
    expect(plan(book, [...bureau, beat('B1', 106.2)]).changed).toHaveLength(1)
  })
  it('never lets a blocked device in again', () => {
    const book = startBook()
    const files = [...bureau, file('devices.csv', '设备,承载者,责任单位,准入\njt808:1,vehicle/C1,suo,是\n')]
    book.append(plan(book, files).drafts)
    book.append([
      {
        source: 'console',
        key: 'b',
        observation: {
          kind: 'device.blocked',
          observedAt: AT,
          data: { device: 'jt808:1', by: 'sysadmin', reason: '遗失' },
        },
      },
    ])
    const next = plan(book, files)
    expect(next.drafts).toEqual([])
    expect(next.held.map((s) => s.about)).toEqual(['device.approved jt808:1'])
  })
  it('does not put a device that is not approved on the list', () => {
    const { drafts } = read([...bureau, file('devices.csv', '设备,承载者,责任单位,准入\njt808:1,vehicle/C1,suo,否\n')])
    expect([of(drafts, 'device.bound').length, of(drafts, 'device.approved').length]).toEqual([1, 0])
  })
})
