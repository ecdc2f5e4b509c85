import { afterEach, describe, expect, it } from 'vitest'
import { wordsOf } from '../../../client/features/review/event-words.ts'
import { language } from '../../../client/i18n/language.ts'
import { reviewEn } from '../../../client/i18n/review/en.ts'
import { reviewZh } from '../../../client/i18n/review/zh.ts'
import type { ReviewEvent } from '../../../server/contract/reviews.ts'
import { idFields, toldFields } from '../../../server/supervision/review/events.ts'

const event = (kind: string, data: ReviewEvent['data'], more: Partial<ReviewEvent> = {}): ReviewEvent => ({
  ...{ seq: 1, at: 0, recordedAt: 0, family: 'other', kind, room: null, carrier: null, data, names: {} },
  ...more,
})
const room = { room: 'r1', names: { room: { zh: '讯问室1', en: 'interrogation room 1' } } }
const inBoth = (e: ReviewEvent): readonly (readonly string[])[] =>
  (['zh', 'en'] as const).map((l) => {
    language.set(l)
    return wordsOf(e)
  })
afterEach(() => language.set('zh'))

describe('an event is told in the reader’s words', () => {
  it('whom it is about by name; values are words behind what they are', () => {
    const names = { ...room.names, who: { zh: '王某某', en: '王某某' } }
    expect(inBoth(event('room.entered', { who: 'p1', as: 'held', source: 'wristband' }, { ...room, names }))).toEqual([
      ['讯问室1', '王某某', '身份 被羁押人', '来源 手环'],
      ['interrogation room 1', '王某某', 'As held', 'Told by wristband'],
    ])
  })
  it('a person who is not known by name is an unknown one, and the numbers of the files come last', () => {
    const data = { stay: 's1', person: '640121199001011234', how: 'summoned' }
    expect(inBoth(event('person.arrived', data))).toEqual([
      ['身份不明', '方式 传唤到案', '到案 s1'],
      ['unknown person', 'How summoned', 'Stay s1'],
    ])
  })
  it('an officer whose own carrier it is stands there once', () => {
    const names = { carrier: { zh: '徐国栋', en: '徐国栋' }, officer: { zh: '徐国栋', en: '徐国栋' } }
    const e = event('roll-call.answered', { officer: 'P01', device: 'd1' }, { carrier: 'officer/P01', names })
    expect(wordsOf(e)).toEqual(['徐国栋'])
  })
  it('a car that nobody registered stands by its id, without our prefix', () =>
    expect(wordsOf(event('device.alarm-raised', { alarm: 'antenna-cut' }, { carrier: 'vehicle/C9' }))).toEqual([
      'C9',
      '报警 GNSS 天线未接或被剪断',
    ]))
  it('a closed door is no closed case', () => {
    expect(inBoth(event('door.changed', { state: 'closed' }, room)).map((all) => all[1])).toEqual([
      '状态 关闭',
      'State Closed',
    ])
  })
  it('a camera that turns the connection away approves of nothing', () =>
    expect(inBoth(event('camera.lost', { why: 'refused' })).map((all) => all[0])).toEqual([
      '原因 拒绝连接',
      'Cause connection refused',
    ]))
  it('yes and no, and numbers', () =>
    expect(wordsOf(event('room.counted', { people: 2, signed: false }))).toEqual(['人数 2', '本人签字 否']))
})

describe('every field of an event has its label', () => {
  const about = ['who', 'person', 'officer', 'camera', 'unit']
  it.each([...toldFields, ...idFields.filter((field) => !about.includes(field))])('%s', (field) => {
    expect((reviewZh.fields as Record<string, string>)[field]).toMatch(/[一-鿿]/)
    expect((reviewEn.fields as Record<string, string>)[field]).toMatch(/^[A-Z]/)
  })
})
