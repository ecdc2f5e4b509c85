import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readCameras } from '../../server/supervision/import/camera-table.ts'

const known = { unit: (id: string) => id === 'station-1', room: (id: string) => id === 'r1' }
const read = (text: string, encoding = 'utf-8') => readCameras('cameras.csv', iconv.encode(text, encoding), known)
const head = '编号,名称,单位,用途,地址'

describe('a table of cameras as it lies on a desk', () => {
  it.each(['utf-8', 'gb18030', 'utf-16'])('is read in %s', (encoding) => {
    const { cameras, problems } = read(`${head}\ncam-1,大厅,station-1,大厅,rtsp://10.0.0.9/main\n`, encoding)
    expect(problems).toEqual([])
    expect(cameras).toEqual([
      {
        ...{ line: 2, id: 'cam-1', name: { zh: '大厅', en: '大厅' }, unit: 'station-1', purpose: 'hall', room: null },
        ...{ areaCode: null, place: null, audio: false, retentionDays: null, url: 'rtsp://10.0.0.9/main' },
        ...{ subUrl: null, onvifUrl: null, user: null, password: null, codec: 'h264' },
      },
    ])
  })
  it('takes every column, in English as well, and brings places to WGS-84', () => {
    const { cameras, problems } = read(
      'id,name,nameEn,unit,purpose,room,areaCode,longitude,latitude,datum,audio,retentionDays,url,subUrl,onvifUrl,user,password,codec\n' +
        'c1,讯问室,Room,station-1,case-area,r1,0102,106.31,38.3,gcj02,是,120,rtsp://h/1,rtsp://h/2,http://h/onvif,u,p,H.265\n',
    )
    expect(problems).toEqual([])
    expect(cameras[0]).toMatchObject({ room: 'r1', areaCode: '0102', audio: true, retentionDays: 120, codec: 'h265' })
    expect(cameras[0]!.place![0]).not.toBe(106.31)
    expect(Math.abs(cameras[0]!.place![0] - 106.31)).toBeLessThan(0.01)
  })
  it('names every fault with its line', () => {
    const { problems } = read(
      [
        `${head},房间,经度,纬度,用户名,口令`,
        'cam 1,大厅,station-1,大厅,rtsp://h/1,,,,,',
        'cam-2,大厅,nowhere,大厅,rtsp://h/1,,,,,',
        'cam-3,大厅,station-1,厨房,rtsp://h/1,,,,,',
        'cam-4,大厅,station-1,大厅,rtsp://admin:secret@h/1,,,,,',
        'cam-5,大厅,station-1,大厅,rtsp://h/1,r9,,,,',
        'cam-6,大厅,station-1,大厅,rtsp://h/1,,106.3,,,',
        'cam-2,大厅,station-1,大厅,rtsp://h/1,,,,,secret',
      ].join('\n'),
    )
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 8])
    expect(problems.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true)
    expect(JSON.stringify(problems)).not.toContain('secret')
  })
  it('says what is wrong with a file that is no table', () => {
    expect(read('').problems).toHaveLength(1)
    expect(readCameras('x.csv', Uint8Array.of(0xff, 0xfa, 0x80), known).problems).toHaveLength(1)
    expect(read('编号,名称\n1,2\n').problems.length).toBeGreaterThan(0)
  })
})
