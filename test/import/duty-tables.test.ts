import { describe, expect, it } from 'vitest'
import { readCounty } from '../../server/supervision/import/read-county.ts'

const at = Date.parse('2026-03-02T08:00:00+08:00')
const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(lines.join('\n')) })
const house = [
  file('units.csv', '编号,名称,类型,上级,经度,纬度', 's1,城东派出所,派出所,,106.3,38.3'),
  file('officers.csv', '警号,姓名,单位,身份', 'P01,甲,s1,民警', 'P02,乙,s1,民警'),
]
const read = (...files: ReturnType<typeof file>[]) => readCounty([...house, ...files], { at, by: 'test' })
const said = (kind: string, ...files: ReturnType<typeof file>[]) => {
  const { problems, drafts } = read(...files)
  expect(problems).toEqual([])
  return drafts.filter((d) => d.observation.kind === kind).map((d) => d.observation.data)
}

describe('值班 duties.csv', () => {
  const head = '值班,单位,角色,人员,岗位,开始,结束,备岗人'
  it('is read in Chinese, with times of China', () =>
    expect(
      said('duty.assigned', file('值班.csv', head, 'D1,s1,带班领导,P01,,2026-03-02 08:00,2026-03-03 08:00,P02')),
    ).toEqual([
      {
        duty: 'D1',
        unit: 's1',
        role: 'leader',
        officer: 'P01',
        post: null,
        startsAt: at,
        endsAt: at + 86_400_000,
        backup: 'P02',
      },
    ]))
  it('names line and column of what is wrong', () => {
    const { problems } = read(
      file(
        'duties.csv',
        head,
        'D1,s1,所长,P01,,2026-03-02 08:00,2026-03-03 08:00,',
        'D2,s9,备勤,P99,,2026-03-02 08:00,2026-03-01 08:00,',
      ),
    )
    expect(problems.map((p) => [p.line, p.field])).toEqual(
      expect.arrayContaining([
        [2, '角色'],
        [3, '结束'],
      ]),
    )
    const unknown = read(file('duties.csv', head, 'D1,s9,备勤,P99,,2026-03-02 08:00,2026-03-03 08:00,')).problems
    expect(unknown.map((p) => p.field)).toEqual(['unit', 'officer'])
  })
})

describe('休假 leave.csv and 任职 leaders.csv', () => {
  it('an empty cell on leaving the area says nothing', () =>
    expect(
      said(
        'leave.approved',
        file(
          'leave.csv',
          '假期,人员,类别,开始,结束,离开本地',
          'L1,P01,年休假,2026-03-02 08:00,2026-03-09 08:00,',
          'L2,P02,出差,2026-03-02 08:00,2026-03-09 08:00,是',
        ),
      ),
    ).toMatchObject([
      { leave: 'L1', kind: 'annual', outOfArea: null },
      { leave: 'L2', kind: 'official-trip', outOfArea: true },
    ]))
  it('an office without an end lasts', () =>
    expect(
      said(
        'leader.appointed',
        file('leaders.csv', '任职,人员,单位,职务,开始,结束', 'A1,P01,s1,主要领导,2025-01-01 00:00,'),
      ),
    ).toMatchObject([{ office: 'chief', endsAt: null }]))
})

describe('窗口 windows.csv', () => {
  const head = '窗口,单位,名称,办公时间,节假日休息,例外'
  it('hours by days of the week, and single days', () =>
    expect(
      said(
        'window.hours-posted',
        file(
          'windows.csv',
          head,
          'w1,s1,户政窗口,1-2 8:30-12:00 14:30-18:00；6 09:00-12:00,是,2026-01-20 休；2026-02-14 09:00-12:00',
        ),
      ),
    ).toMatchObject([
      {
        window: 'w1',
        weekly: [
          {
            day: 1,
            hours: [
              { from: '08:30', to: '12:00' },
              { from: '14:30', to: '18:00' },
            ],
          },
          { day: 2 },
          { day: 6, hours: [{ from: '09:00', to: '12:00' }] },
        ],
        holidaysClosed: true,
        exceptions: [
          { day: '2026-01-20', hours: [] },
          { day: '2026-02-14', hours: [{ from: '09:00', to: '12:00' }] },
        ],
      },
    ]))
  it.each(['8 09:00-12:00', '1 12:00-09:00', '1 9-12', '1-5', '1 09:00-12:00；1 14:00-17:00'])(
    '%s is refused',
    (weekly) =>
      expect(read(file('windows.csv', head, `w1,s1,户政窗口,${weekly},是,`)).problems).toMatchObject([
        { line: 2, field: '办公时间' },
      ]),
  )
})
