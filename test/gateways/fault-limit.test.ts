import { describe, expect, it } from 'vitest'
import { credential, isCredential } from '../../server/gateways/credential.ts'
import { faultLimit } from '../../server/gateways/fault-limit.ts'

describe('junk cannot fill the disk: at most one fault of a kind a minute and device', () => {
  it('counts what it leaves out and tells it with the next one', () => {
    const limit = faultLimit({ windowMs: 60 })
    expect([0, 1, 2, 59].map((now) => limit.admit('a', now))).toEqual([0, undefined, undefined, undefined])
    expect(limit.admit('b', 3)).toBe(0)
    expect(limit.admit('a', 60)).toBe(3)
    expect(limit.admit('a', 121)).toBe(0)
  })
  it('tells what was left out when nothing more comes', () => {
    const limit = faultLimit({ windowMs: 60 })
    for (const now of [0, 1, 2]) limit.admit('a', now)
    expect(limit.settle(59)).toEqual([])
    expect(limit.settle(60)).toEqual([{ key: 'a', suppressed: 2 }])
    expect(limit.settle(120)).toEqual([])
  })
  it('admits no more than its total over all devices', () => {
    const limit = faultLimit({ windowMs: 60, total: 3 })
    const admitted = Array.from({ length: 10 }, (_, i) => limit.admit(`k${i}`, 1)).filter((n) => n !== undefined)
    expect(admitted).toHaveLength(3)
    expect(limit.settle(61).reduce((sum, { suppressed }) => sum + suppressed, 0)).toBe(7)
  })
})

describe('goal S5: each device has a credential of its own', () => {
  it('depends on the bureau’s secret and the device alone, and is hard to guess', () => {
    const code = credential('secret', 'jt808:13995480001')
    expect(code).toMatch(/^[\w-]{16}$/)
    expect(credential('secret', 'jt808:13995480001')).toBe(code)
    expect(credential('other', 'jt808:13995480001')).not.toBe(code)
    expect(credential('secret', 'jt808:13995480002')).not.toBe(code)
  })
  it('is recognised, and nothing else is', () => {
    const code = credential('secret', 'a')
    expect(isCredential('secret', 'a', code)).toBe(true)
    for (const shown of ['', code.slice(1), `${code} `, credential('secret', 'b')])
      expect(isCredential('secret', 'a', shown)).toBe(false)
  })
})
