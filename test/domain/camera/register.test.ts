import { describe, expect, it } from 'vitest'
import { createCameraRegister } from '../../../server/domain/camera/register.ts'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { at } from '../../support/timeline.ts'

const hall = {
  camera: 'cam-1',
  name: { zh: '大厅', en: 'Hall' },
  unit: 'station-1',
  purpose: 'hall',
  room: 'r1',
  by: 'chief',
}
const told = (...moments: readonly [string, string, Record<string, unknown>][]) => {
  const register = createCameraRegister()
  for (const [seq, [when, kind, data]] of moments.entries()) {
    const parsed = parseObservation({ kind, observedAt: at(when), data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    register.apply({ seq, recordedAt: at(when), observation: parsed.observation })
  }
  return register
}

describe('the register of cameras', () => {
  it('knows which cameras cover a room and which a unit answers for', () => {
    const register = told(['2026-03-02 09:00', 'camera.registered', hall])
    expect(register.camerasIn('r1').map((c) => c.camera)).toEqual(['cam-1'])
    expect(register.camerasOf('station-1')).toHaveLength(1)
    expect(register.camerasIn('r2')).toEqual([])
    expect(register.camera('cam-1')).not.toHaveProperty('by')
  })
  it('knows when a camera gave no picture and why, whatever order it was told in', () => {
    const lost = ['2026-03-02 10:00', 'camera.lost', { camera: 'cam-1', why: 'stalled' }] as const
    const back = ['2026-03-02 10:05', 'camera.restored', { camera: 'cam-1' }] as const
    const again = ['2026-03-02 11:00', 'camera.lost', { camera: 'cam-1', why: 'dark' }] as const
    const registered = ['2026-03-02 09:00', 'camera.registered', hall] as const
    const spans = [
      { from: at('2026-03-02 10:00'), to: at('2026-03-02 10:05'), why: 'stalled' },
      { from: at('2026-03-02 11:00'), to: undefined, why: 'dark' },
    ]
    expect(told([...registered], [...lost], [...back], [...again]).losses('cam-1')).toMatchObject(spans)
    const other = told([...registered], [...again], [...back], [...lost])
    expect(other.losses('cam-1')).toMatchObject(spans)
    expect(other.lostNow('cam-1')).toMatchObject({ why: 'dark' })
  })
  it('keeps the last measurement of a clock, and forgets a camera that was withdrawn', () => {
    const measured = { camera: 'cam-1', offsetMs: 3_600_000, uncertaintyMs: 500, method: 'onvif' }
    const register = told(
      ['2026-03-02 09:00', 'camera.registered', hall],
      ['2026-03-02 09:01', 'camera.clock-measured', measured],
    )
    expect(register.clockOf('cam-1')).toMatchObject({ offsetMs: 3_600_000, at: at('2026-03-02 09:01'), seq: 1 })
    register.apply({
      seq: 2,
      recordedAt: at('2026-03-02 09:02'),
      observation: {
        kind: 'camera.withdrawn',
        observedAt: at('2026-03-02 09:02'),
        data: { camera: 'cam-1', by: 'chief', reason: '拆除' },
      },
    })
    expect(register.cameras()).toEqual([])
    expect(register.clockOf('cam-1')).toBeUndefined()
  })
  it.each([
    { problem: 'four digits', data: { ...hall, areaCode: '12' } },
    {
      problem: 'privacyZones',
      data: {
        ...hall,
        privacyZones: [
          [
            [0, 0],
            [1.2, 0],
            [1, 1],
          ],
        ],
      },
    },
  ])('refuses $problem', ({ data, problem }) => {
    const parsed = parseObservation({ kind: 'camera.registered', observedAt: 1, data })
    expect(parsed).toMatchObject({ is: 'fault', problem: expect.stringContaining(problem) })
  })
})
