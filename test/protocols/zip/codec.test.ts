import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  centralHead,
  crc32,
  directoryEnd,
  directoryOf,
  localHead,
  readLocalHead,
} from '../../../server/protocols/zip/codec.ts'
import { temporaryFolder } from '../../support/database.ts'

const folder = temporaryFolder('zip')
afterAll(() => fs.rmSync(folder, { recursive: true }))

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex')
const archive = (files: readonly (readonly [string, Buffer])[]): Buffer => {
  const heads = files.map(([name, bytes]) => ({ name, size: bytes.length, crc: crc32(bytes) }))
  return Buffer.concat([...heads.flatMap((h, i) => [localHead(h), files[i]![1]]), directoryOf(heads)])
}

describe('APPNOTE 6.3.10', () => {
  it('4.3.7: a local head, byte by byte', () =>
    expect(localHead({ name: 'a.txt', size: 3, crc: 0x352441c2 })).toEqual(
      hex('504b0304 1400 0008 0000 0000 2100 c2412435 03000000 03000000 0500 0000 612e747874'),
    ))
  it('4.3.12: a central head', () =>
    expect(centralHead({ name: 'a', size: 3, crc: 1 }, 0x10)).toEqual(
      hex(
        '504b0102 1400 1400 0008 0000 0000 2100 01000000 03000000 03000000 0100 0000 0000 0000 0000 00000000 10000000 61',
      ),
    ))
  it('4.3.16: the end', () =>
    expect(directoryEnd(2, 0x60, 0x100)).toEqual(hex('504b0506 0000 0000 0200 0200 60000000 00010000 0000')))
  it('4.5.3: what is larger than four gigabytes stands in the zip64 fields', () => {
    const size = 5 * 2 ** 30
    const head = localHead({ name: 'v', size, crc: 0 })
    expect(head.subarray(18)).toEqual(hex('ffffffff ffffffff 0100 1400 76 0100 1000 0000004001000000 0000004001000000'))
    expect(readLocalHead(head)).toMatchObject({ name: 'v', size })
    expect(centralHead({ name: 'v', size: 1, crc: 0 }, size).subarray(-12)).toEqual(hex('0100 0800 0000004001000000'))
    expect(directoryEnd(1, 0x40, size).subarray(0, 4)).toEqual(hex('504b0606'))
  })
  it('the CRC is the one that zlib computes, whatever the pieces', () =>
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(crc32(b, crc32(a))).toBe(zlib.crc32(Buffer.concat([a, b])))
      }),
    ))
})

describe('other programs', () => {
  it('Python reads what we write and finds nothing wrong with it', () => {
    const file = path.join(folder, 'made.zip')
    const files = [
      ['说明.html', Buffer.from('<p>导出</p>')],
      ['original/cam-1/20260302T000000Z.mp4', Buffer.alloc(100_000, 7)],
      ['empty', Buffer.alloc(0)],
    ] as const
    fs.writeFileSync(file, archive(files))
    const script =
      'import sys,zipfile,json; z=zipfile.ZipFile(sys.argv[1]); print(json.dumps([z.testzip(), [[i.filename,i.file_size] for i in z.infolist()]]))'
    expect(JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }))).toEqual([
      null,
      files.map(([name, bytes]) => [name, bytes.length]),
    ])
  })
})

describe('what is no head is none', () => {
  it('never throws, whatever it is given', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.boolean(), (bytes, begins) => {
        const input = begins ? Buffer.concat([hex('504b0304'), bytes]) : bytes
        const read = readLocalHead(input)
        if (read) expect(read.headBytes).toBeLessThanOrEqual(input.length)
      }),
    ))
})
