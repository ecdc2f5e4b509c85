import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCounty } from '../../server/supervision/import/read-county.ts'
import { AT, file } from './folder.ts'

const head = '编号,制定机关,法律法规,版本年份,条文,情形代码,情形,警告,罚款起,罚款止,拘留起,拘留止,并处,施行,废止'
const read = (name: string, text: string) => readCounty([file(name, text)], { at: AT, by: 'test' })

describe('裁量基准 bands.csv', () => {
  it('is read as the published band', () => {
    const { drafts, problems } = read(
      '裁量基准.csv',
      `${head}\nB1,某厅,治安管理处罚法,2025,第五十一条,assault,殴打他人,否,500,800,5,7,是,2026-01-01 00:00,`,
    )
    expect(problems).toEqual([])
    expect(drafts.map((d) => d.observation)).toEqual([
      expect.objectContaining({
        kind: 'discretion-band.published',
        data: expect.objectContaining({
          band: 'B1',
          pattern: 'assault',
          fineFromYuan: 500,
          fineToYuan: 800,
          detentionFromDays: 5,
          detentionToDays: 7,
          both: true,
          warning: false,
          validFrom: Date.parse('2026-01-01T00:00:00+08:00'),
          validUntil: null,
        }),
      }),
    ])
  })
  it('names line and column of what is wrong', () => {
    const { problems } = read(
      'bands.csv',
      [
        head,
        'B1,某厅,治安管理处罚法,25,第五十一条,assault,殴打他人,否,500,800,5,7,是,2026-01-01 00:00,',
        'B2,某厅,治安管理处罚法,2025,第五十一条,assault,殴打他人,否,900,800,,,否,2026-01-01 00:00,',
        'B3,某厅,治安管理处罚法,2025,第五十一条,assault,殴打他人,否,,,,,否,2026-01-01 00:00,',
        'B4,某厅,治安管理处罚法,2025,第五十一条,assault,殴打他人,否,100,200,,,是,2026-01-01 00:00,',
      ].join('\n'),
    )
    expect(problems.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '2 版本年份',
      '3 罚款止',
      '4 警告',
      '5 并处',
    ])
  })
  it('one id on two lines is a mistake: the second would replace the first, and each import would do it again', () => {
    const line = 'B1,某厅,治安管理处罚法,2025,第五十一条,assault,殴打他人,否,500,800,5,7,是,2026-01-01 00:00,'
    const { problems, drafts } = read('bands.csv', [head, line, line.replace('B1', 'B2'), line].join('\n'))
    expect(drafts).toEqual([])
    expect(problems).toEqual([
      {
        file: 'bands.csv',
        line: 4,
        field: null,
        message: { zh: '「B1」与第2行重复', en: '"B1" is on line 2 already' },
      },
    ])
  })
  it('may be JSON', () => {
    const one = {
      id: 'B1',
      authority: '某厅',
      enactment: '治安管理处罚法',
      edition: 2025,
      article: '第五十九条',
      pattern: 'damage',
      facts: '损毁财物',
      warning: false,
      fineFromYuan: 200,
      fineToYuan: 600,
      detentionFromDays: null,
      detentionToDays: null,
      both: false,
      startsAt: '2026-01-01 00:00',
      endsAt: null,
    }
    expect(read('bands.json', JSON.stringify([one])).drafts).toHaveLength(1)
  })
  it('the demonstration’s own are sound', () =>
    expect(read('bands.csv', fs.readFileSync('county/bands.csv', 'utf8')).problems).toEqual([]))
})
