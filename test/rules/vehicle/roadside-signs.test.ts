import { describe, expect, it } from 'vitest'
import { roadsideSigns as rule } from '../../../server/rules/vehicle/roadside-signs.ts'
import { day, down, far, site } from '../../support/roadsides.ts'
import { at, given } from '../../support/timeline.ts'

const set = (more: object) => site(`${day} 10:00`, more)

describe('在距执勤点至少二百米处开始摆放（规范第七十条）', () => {
  it('two hundred metres are enough, less is not', () => {
    expect(given(rule, set({ signsAtM: 200 })).until(far)).toEqual([])
    expect(given(rule, set({ signsAtM: 199 })).until(far)).toMatchObject([
      {
        since: at(`${day} 10:00`),
        facts: { because: 'signs-too-near', signsAtM: 199, neededM: 200 },
        concerns: { unit: 'traffic' },
      },
    ])
  })
  it('what nobody measured is not judged; nor other roads in town', () => {
    expect(given(rule, set({ signsAtM: null })).until(far)).toEqual([])
    expect(given(rule, set({ signsAtM: 10, road: 'urban-other' })).until(far)).toEqual([])
  })
})

describe('在公路上……至少五百米；在高速公路上……设在收费站或者服务区、停车区，并在至少两公里处（第七十二条）', () => {
  const poor = { poorConditions: true, signsAtM: 500 }
  it('five hundred on a highway in poor conditions, two kilometres on an expressway', () => {
    expect(given(rule, set(poor)).until(far)).toEqual([])
    expect(given(rule, set({ ...poor, signsAtM: 499 })).until(far)).toMatchObject([{ facts: { neededM: 500 } }])
    const fast = { ...poor, road: 'expressway', atTollOrService: true }
    expect(given(rule, set({ ...fast, signsAtM: 2000 })).until(far)).toEqual([])
    expect(given(rule, set({ ...fast, signsAtM: 1999 })).until(far)).toMatchObject([{ facts: { neededM: 2000 } }])
    expect(given(rule, set({ ...fast, signsAtM: 2000, atTollOrService: false })).until(far)).toMatchObject([
      { facts: { because: 'not-at-toll-or-service' } },
    ])
  })
  it('a city expressway keeps to two hundred', () =>
    expect(given(rule, set({ ...poor, road: 'urban-expressway', signsAtM: 200 })).until(far)).toEqual([]))
})

describe('将警车停在处置地点来车方向五十至二百米以外（第七十一条）', () => {
  it('fifty metres are enough on a highway, less is not; unmeasured is not judged', () => {
    expect(given(rule, set({ carAtM: 50 })).until(far)).toEqual([])
    expect(given(rule, set({ carAtM: 49 })).until(far)).toMatchObject([{ facts: { because: 'car-too-near' } }])
    expect(given(rule, set({ carAtM: null })).until(far)).toEqual([])
    expect(given(rule, set({ carAtM: 10, road: 'urban-main' })).until(far)).toEqual([])
  })
})

describe('what is told later', () => {
  it('put right, or taken down, it ends; told late it is dated truly; judges from 2009', () => {
    expect(
      given(rule, set({ signsAtM: 100 }), site(`${day} 10:30`))
        .events(far)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
    expect(
      given(rule, set({ signsAtM: 100 }), down(`${day} 10:30`))
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
    expect(given(rule, site(`${day} 10:00`, { signsAtM: 100 }, `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 10:00`), openedAt: at(`${day} 18:00`) },
    ])
    expect(given(rule, site('2008-12-31 10:00', { signsAtM: 100 })).until(far)).toEqual([])
    expect(given(rule, site('2009-01-01 10:00', { signsAtM: 100 })).until(far)).toHaveLength(1)
  })
})
