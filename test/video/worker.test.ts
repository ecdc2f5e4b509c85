import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createSecretBox, keyFile } from '../../server/video/cameras/secret-box.ts'
import { lockFile } from '../../server/video/worker/lock-file.ts'
import { patches } from '../../server/video/worker/patches.ts'
import { provisionWorker, type WorkerState } from '../../server/video/worker/provision.ts'
import { recipeKey, recipeOf, workerSource } from '../../server/video/worker/recipe.ts'
import { bindingRequest } from '../../server/video/worker/stun.ts'
import { tarEntry } from '../../server/video/worker/tar-entry.ts'

const folder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'custodes-worker-'))

describe('the offline recipe of the media worker', () => {
  const { dir, version } = workerSource()
  const { files } = recipeOf(dir)
  const ninja = files['build.ninja']!
  it('compiles what the package’s own meson files list, and io_uring not', () => {
    expect(ninja.match(/^build .*: cxx /gm)!.length).toBeGreaterThan(200)
    expect(ninja).toContain('src/main.cpp')
    expect(ninja).not.toContain('DepLibUring.cpp')
  })
  it('compiles a changed copy where there is a patch, and leaves the package as it was', () => {
    for (const { file, find, replace } of patches) {
      expect(files[`patched/${file}`]).toContain(replace)
      expect(ninja).toContain(`cxx patched/${file}`)
      expect(fs.readFileSync(path.join(dir, file), 'utf8')).toContain(find)
    }
  })
  it('has a name that says which source, recipe and machine it is for', () =>
    expect(recipeKey(version)).toMatch(new RegExp(`^${version}-[0-9a-f]{12}-${os.platform()}-${os.arch()}$`)))
})

describe('a worker that does not prove itself is not used', () => {
  it('says so, and which it was', async () => {
    const heard: WorkerState[] = []
    const given = '/bin/false'
    const ended = await provisionWorker({
      given,
      cacheDir: folder(),
      downloads: undefined,
      heard: (s) => heard.push(s),
    })
    expect(ended).toMatchObject({ is: 'missing', why: 'self-test', detail: expect.stringContaining(given) })
    expect(heard.map((s) => s.is)).toEqual(['looking', 'testing', 'missing'])
  })
})

describe('two that build at once build once', () => {
  it('the second waits for the first, and a dead one’s lock is taken over', async () => {
    const file = path.join(folder(), 'lock')
    fs.writeFileSync(file, '1')
    let waited = 0
    const second = lockFile(file, () => waited++)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(waited).toBe(1)
    fs.writeFileSync(file, '999999999')
    const unlock = await second
    expect(fs.readFileSync(file, 'utf8')).toBe(String(process.pid))
    unlock()
    expect(fs.existsSync(file)).toBe(false)
  })
})

/** One entry of a ustar archive, by POSIX 1003.1-1990 10.1.1. */
const entry = (name: string, body: string): Buffer => {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('0', 156)
  return Buffer.concat([header, Buffer.from(body), Buffer.alloc((512 - (body.length % 512)) % 512)])
}
describe('one file out of a tar stream', () => {
  const archive = Buffer.concat([
    entry('./README', 'x'.repeat(700)),
    entry('./mediasoup-worker', 'binary'),
    Buffer.alloc(1024),
  ])
  it.each([1, 7, 512, 4096])('however it is cut: %i bytes', async (size) => {
    const pieces = Array.from({ length: Math.ceil(archive.length / size) }, (_, i) =>
      archive.subarray(i * size, i * size + size),
    )
    expect(String(await buffer(Readable.from(pieces).pipe(tarEntry('mediasoup-worker'))))).toBe('binary')
  })
  it('fails when it is not there or not whole', async () => {
    const read = (bytes: Buffer) => buffer(Readable.from([bytes]).pipe(tarEntry('mediasoup-worker')))
    await expect(read(entry('other', 'x'))).rejects.toThrow('not whole')
    await expect(read(archive.subarray(0, 512 + 1024 + 512 + 3))).rejects.toThrow('not whole')
  })
})

describe('RFC 5389: a binding request', () => {
  it('carries its length, the magic cookie, and a fingerprint last', () => {
    const request = bindingRequest({ usernameFragment: 'abcd', password: 'secret' })
    expect(request.readUInt16BE(0)).toBe(1)
    expect(request.readUInt16BE(2)).toBe(request.length - 20)
    expect(request.readUInt32BE(4)).toBe(0x2112a442)
    expect(request.readUInt16BE(request.length - 8)).toBe(0x8028)
  })
})

describe('a camera’s credentials at rest', () => {
  const file = path.join(folder(), 'key')
  const box = createSecretBox(keyFile(file))
  it('come back with the key and for the camera they were kept for', () => {
    const sealed = box.seal('s3cret', 'cam-1')
    expect(sealed.includes('s3cret')).toBe(false)
    expect(box.open(sealed, 'cam-1')).toBe('s3cret')
    expect(createSecretBox(keyFile(file)).open(sealed, 'cam-1')).toBe('s3cret')
  })
  it('not for another camera, with another key, or changed by one bit', () => {
    const sealed = box.seal('s3cret', 'cam-1')
    expect(box.open(sealed, 'cam-2')).toBeUndefined()
    expect(createSecretBox(Buffer.alloc(32)).open(sealed, 'cam-1')).toBeUndefined()
    for (const at of [0, 5, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(box.open(changed, 'cam-1')).toBeUndefined()
    }
  })
  it('the key is a file that only we may read', () => expect(fs.statSync(file).mode & 0o777).toBe(0o600))
})
