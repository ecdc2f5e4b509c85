import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  daysLeft,
  draftOf,
  emptyDraft,
  listed,
  sizeOf,
  wrongIn,
} from '../../../client/features/cameras/model.ts'
import type { StorageReply } from '../../../server/contract/recordings.ts'
import type { CameraReach, CameraView } from '../../../server/contract/video.ts'
import { videoBodies } from '../../../server/contract/video.ts'

const view: CameraView = {
  ...{ id: 'cam-2', name: { zh: '大厅', en: 'Hall' }, unit: 'station-1', room: null, place: [106.3, 38.3] },
  ...{ areaCode: null, purpose: 'hall', audio: false, privacyZones: [], retentionDays: null, host: '10.0.0.9:554' },
  ...{ state: 'live', why: null, since: null, detail: '', lastFrameAt: null, codec: 'h264', small: 'substream' },
  ...{ mainShows: true, clock: null },
}
const reach: CameraReach = {
  ...{ url: 'rtsp://10.0.0.9/main', subUrl: null, onvifUrl: null, user: 'admin', hasPassword: true },
  ...{ codec: 'h264', sound: 'none' },
}

describe('a camera in the form', () => {
  it('comes back as it is, and leaves its password alone', () => {
    const body = bodyOf(draftOf(view, reach))
    expect(body).toMatchObject({ name: view.name, url: reach.url, user: 'admin', password: null, place: [106.3, 38.3] })
    expect(videoBodies.saveCamera.safeParse(body).success).toBe(true)
  })
  it('says what is missing in the order of the form, and nothing when it is whole', () => {
    expect(wrongIn(emptyDraft)).toBe('id')
    const whole = draftOf(view, reach)
    expect(wrongIn(whole)).toBeUndefined()
    expect(wrongIn({ ...whole, unit: '' })).toBe('unit')
    expect(wrongIn({ ...whole, areaCode: '12' })).toBe('areaCode')
    expect(wrongIn({ ...whole, lat: '' })).toBe('place')
    expect(wrongIn({ ...whole, retentionDays: '0' })).toBe('retentionDays')
    expect(wrongIn({ ...whole, url: 'rtsp://admin:secret@10.0.0.9/main' })).toBe('url')
    expect(wrongIn({ ...whole, onvifUrl: 'ftp://10.0.0.9' })).toBe('onvifUrl')
  })
  it('what the form lets through the server takes', () => {
    const body = bodyOf({
      ...draftOf(view, null),
      url: ' rtsp://10.0.0.9/a ',
      en: '',
      audio: true,
      retentionDays: '120',
    })
    expect(videoBodies.saveCamera.safeParse(body).success).toBe(true)
    expect(body).toMatchObject({ name: { zh: '大厅', en: '大厅' }, audioCodec: 'other', retentionDays: 120 })
  })
})

describe('the list', () => {
  const lost = { ...view, id: 'cam-10', state: 'lost' as const, why: 'refused' as const }
  it('has what is wrong first, and finds by name, number and address', () => {
    expect(listed([view, lost], '', '').map((c) => c.id)).toEqual(['cam-10', 'cam-2'])
    expect(listed([view, lost], 'CAM-2', '').map((c) => c.id)).toEqual(['cam-2'])
    expect(listed([view, lost], '10.0.0', 'lost').map((c) => c.id)).toEqual(['cam-10'])
  })
})

describe('the disk', () => {
  const disk = {
    freeBytes: 11e9,
    stopBelowBytes: 1e9,
    bytesPerDay: 5e9,
    cameras: [{ oldestAt: 0 }],
  } as unknown as StorageReply
  it('lasts for what is free above the mark at which recording stops', () => {
    expect(daysLeft(disk, 86_400_000)).toBe(2)
    expect(daysLeft({ ...disk, freeBytes: 5e8 }, 86_400_000)).toBe(0)
    expect(daysLeft({ ...disk, bytesPerDay: 0 }, 86_400_000)).toBeUndefined()
  })
  it('says nothing before a whole day was recorded', () => expect(daysLeft(disk, 86_399_999)).toBeUndefined())
  it('is told in units of a thousand', () => {
    expect([0, 999, 1_500, 2_340_000_000, 45e12].map(sizeOf)).toEqual(['0 B', '999 B', '1.5 kB', '2.3 GB', '45 TB'])
  })
})
