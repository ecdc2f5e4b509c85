import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rulebook } from '../../server/rules/index.ts'
import { TYPESCRIPT } from '../../server/storage/thread.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custodes-replay-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const replay = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', TYPESCRIPT, 'server/commands/replay.ts', ...args],
    {
      input,
      encoding: 'utf8',
    },
  )
  return { status, stderr, findings: stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : [])) }
}
const examples = fs
  .readdirSync('docs/examples')
  .flatMap((f) => (f.endsWith('.jsonl') ? [path.basename(f, '.jsonl')] : []))
const example = (id: string): string => `docs/examples/${id}.jsonl`
const rule = 'patrol.leaves-beat'

describe('npm run replay', () => {
  it('prints each finding with its article, its evidence and its end', () => {
    const { status, stderr, findings } = replay([example(rule), '--rules', rule])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(findings).toEqual([
      {
        id: 'patrol.leaves-beat/vehicle/v1/1772416800000',
        rule,
        subject: 'vehicle/v1',
        grade: 'C',
        title: { zh: '巡逻力量离开巡区', en: 'A patrol has left its beat' },
        since: '2026-03-02T02:00:00.000Z',
        openedAt: '2026-03-02T02:03:00.001Z',
        endedAt: '2026-03-02T02:06:00.000Z',
        endedBecause: 'clear',
        evidence: [5, 6, 7],
        facts: expect.objectContaining({ beat: 'b1', leftAt: '2026-03-02T02:00:00.000Z' }),
        concerns: { unit: 's1', carrier: 'vehicle/v1', officers: ['o1', 'o2'], place: [116.05, 30.11] },
        citations: [
          { law: '人民警察法', article: '第三十二条', text: '人民警察必须执行上级的决定和命令。' },
          expect.objectContaining({ law: '公安机关督察条例', article: '第四条' }),
        ],
      },
    ])
  })
  it('reads standard input, and stops judging at --until', () => {
    const text = fs.readFileSync(example(rule), 'utf8')
    expect(replay(['-', '--rules', rule, '--until', '2026-03-02T10:03:00+08:00'], text).findings).toEqual([])
    expect(replay(['-', '--rules', rule, '--until', '2026-03-02T10:03:01+08:00'], text).findings).toMatchObject([
      { endedAt: null },
    ])
  })
  it('masks plates and drivers, tells two of them apart, and shows them only when asked', () => {
    const told = (kind: string, data: object): string =>
      JSON.stringify({ kind, observedAt: '2026-03-02T09:00:00+08:00', data: { ticket: 't1', txId: '8', ...data } })
    const fields = {
      kind: 'camera',
      status: 'entered',
      unit: 'traffic',
      driver: '640199198001015634',
      plate: '宁A12345',
    }
    const changes = [{ field: 'driver', before: '640121199001011234', after: '640199198001015634' }]
    const text = [
      told('ticket.changed', { op: 'changed', fields, changes }),
      JSON.stringify({
        kind: 'unit.registered',
        observedAt: '2026-03-03T09:00:00+08:00',
        data: { unit: 'z', name: { zh: '他', en: 'z' }, kind: 'department', parent: null, place: null },
      }),
    ].join('\n')
    const [masked] = replay(['-'], text).findings
    expect(masked).toMatchObject({
      rule: 'ticket.driver-swapped',
      facts: { before: '6401***34①', after: '6401***34②', benefits: '6401***34②' },
    })
    expect(replay(['-', '--unmasked'], text).findings).toMatchObject([{ facts: { before: '640121199001011234' } }])
    expect(JSON.stringify(replay(['-', '--json-events'], text).findings)).not.toContain('640121199001011234')
  })
  it('runs the rules that are named, and no others', () => {
    expect(replay([example(rule), '--rules', 'vehicle.speeding,patrol.stops-too-long']).findings).toEqual([])
  })
  it('names a bad line, leaves it out, judges the others and ends with 1', () => {
    const lines = fs.readFileSync(example(rule), 'utf8').trim().split('\n')
    const file = path.join(folder, 'bad.jsonl')
    fs.writeFileSync(file, [...lines.slice(0, 4), 'nonsense', ...lines.slice(4)].join('\n'))
    const { status, stderr, findings } = replay([file, '--rules', rule])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^line 5: must be JSON.*left out\n1 of 11 lines were faulty/)
    expect(findings).toMatchObject([{ evidence: [6, 7, 8] }])
  })
  it('prints what the engine says with --json-events', () => {
    const { findings } = replay([example(rule), '--rules', rule, '--json-events'])
    expect(findings.map((e) => e.is)).toEqual(['warned', 'warned', 'opened', 'ended'])
  })
  it('prints what other sources say of each act with --corroboration, after the findings and without changing them', () => {
    const at = (local: string): string => `2026-03-02T${local}:00+08:00`
    const line = (kind: string, local: string, data: object): string =>
      JSON.stringify({ kind, observedAt: at(local), data })
    const name = { zh: '一所', en: 'Station' }
    const fix = (local: string) =>
      line('position.reported', local, {
        device: 'osmand:1',
        carrier: 'officer/oB',
        position: [116.1, 30],
        delivery: 'live',
      })
    const text = [
      line('unit.registered', '08:00', { unit: 's1', name, kind: 'station', place: [116, 30] }),
      line('room.registered', '08:00', { room: 'r1', name, unit: 's1', kind: 'questioning-room', facility: 'station' }),
      line('act.started', '09:10', {
        act: 'a1',
        kind: 'questioning',
        caseType: 'public-order',
        unit: 's1',
        person: '420881199001011234',
        room: 'r1',
        place: 'standard-case-area',
        officers: ['oA', 'oB'],
      }),
      fix('09:20'),
      fix('09:40'),
      line('act.ended', '10:00', { act: 'a1' }),
    ].join('\n')
    const plain = replay(['-'], text)
    const { status, stderr, findings } = replay(['-', '--corroboration'], text)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(findings.slice(0, -1)).toEqual(plain.findings)
    expect(findings.at(-1)).toMatchObject({
      claim: 'a1',
      room: 'r1',
      from: '2026-03-02T01:10:00.000Z',
      to: '2026-03-02T02:00:00.000Z',
      officers: [{ officer: 'oA' }, { officer: 'oB' }],
      seqs: [3, 6],
      verdict: 'contradicted',
    })
    const { cells, person } = findings.at(-1)
    expect(cells).toContainEqual({
      source: 'position',
      about: 'officer/oB',
      says: 'contradicts',
      because: 'far',
      facts: { distanceM: expect.any(Number), awayMs: 1_200_000 },
      seqs: [4, 5],
    })
    expect(JSON.stringify([cells, person])).not.toContain('420881199001011234')
    expect(replay(['-', '--corroboration', '--unmasked'], text).findings.at(-1).person).toBe('420881199001011234')
    const early = replay(['-', '--corroboration', '--until', at('09:30')], text).findings.at(-1)
    expect([early.to, early.verdict]).toEqual([null, 'uncorroborated'])
  })
  it('tries other values with --rule-params', () => {
    const write = (name: string, asked: object): string => {
      const file = path.join(folder, name)
      fs.writeFileSync(file, JSON.stringify(asked))
      return file
    }
    const patient = write('patient.json', { [rule]: { dwellMinutes: 30 } })
    expect(replay([example(rule), '--rule-params', patient]).findings).toEqual([])
    const eager = write('eager.json', { [rule]: [{ from: '2026-01-01', value: { dwellMinutes: 1 } }] })
    expect(replay([example(rule), '--rules', rule, '--rule-params', eager]).findings).toMatchObject([
      { rule, openedAt: '2026-03-02T02:01:00.001Z' },
    ])
    const without = write('without.json', { [rule]: { enabled: false } })
    expect(replay([example(rule), '--rule-params', without])).toMatchObject({ status: 0, findings: [] })
    const wrong = replay([example(rule), '--rule-params', write('wrong.json', { [rule]: { dwellMinutes: 'x' } })])
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining(`--rule-params: ${rule}.dwellMinutes`) })
  }, 60_000)
  it.each([
    ['no file', []],
    ['values from a file that is not there', [example(rule), '--rule-params', 'nowhere.json']],
    ['a file that is not there', ['nowhere.jsonl']],
    ['an unknown rule', [example(rule), '--rules', 'patrol.flies']],
    ['a time without a zone', [example(rule), '--until', '2026-03-02']],
    ['an unknown option', [example(rule), '--hurry']],
    ['a range of a file', [example(rule), '--from', '2026-03-02T00:00:00Z']],
    ['a file and a store', [example(rule), '--data', folder]],
  ])('refuses %s with 2 and says how it is called', (_, args) => {
    const { status, stderr } = replay(args)
    expect(status).toBe(2)
    expect(stderr).toContain('Usage: npm run --silent replay')
  })
})

describe('each worked example of the page', () => {
  it('is one of a rule of the book', () => {
    for (const id of examples) expect(rulebook.map((r) => r.id)).toContain(id)
  })
  it.each(examples)('%s finds what it shows', (id) => {
    const { status, findings } = replay([example(id), '--rules', id])
    expect(status).toBe(0)
    expect(findings).toMatchObject([{ rule: id }])
  })
})
