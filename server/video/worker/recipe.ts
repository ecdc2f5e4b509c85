import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { libsrtp2Header, patches } from './patches.ts'

/** The folder of the worker's source in the npm package, and the package's version. */
export const workerSource = (): { readonly dir: string; readonly version: string } => {
  // The package shows only its entry: its folder is found by walking up from there.
  let dir = path.dirname(createRequire(import.meta.url).resolve('mediasoup'))
  while (!fs.existsSync(path.join(dir, 'worker', 'meson.build'))) {
    const parent = path.dirname(dir)
    if (parent === dir) throw new Error('the source of the media worker is not in the mediasoup package')
    dir = parent
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8')) as { version: string }
  return { dir: path.join(dir, 'worker'), version }
}

const FLAGS = [
  '-std=c++17',
  '-O2',
  '-DNDEBUG',
  os.endianness() === 'LE' ? '-DMS_LITTLE_ENDIAN' : '-DMS_BIG_ENDIAN',
  '-DMS_EXECUTABLE',
  '-DFLATBUFFERS_LOCALE_INDEPENDENT=1',
  '-w',
  '-pthread',
]

const ABSEIL = [
  'raw_hash_set',
  'hash',
  'city',
  'low_level_hash',
  'strings',
  'strings_internal',
  'int128',
  'throw_delegate',
  'base',
  'raw_logging_internal',
  'spinlock_wait',
  'bad_optional_access',
  'bad_variant_access',
  'hashtablez_sampler',
  'exponential_biased',
  'synchronization',
  'stacktrace',
  'symbolize',
  'debugging_internal',
  'demangle_internal',
  'malloc_internal',
  'time',
  'time_zone',
  'civil_time',
  'graphcycles_internal',
]
/** What nearly every file of the worker reads again: compiled once, it halves the whole. */
const HEADERS = [
  '#include "libsrtp2.hpp"',
  ...['algorithm', 'array', 'cinttypes', 'cstring', 'functional', 'map', 'memory', 'optional', 'sstream'],
  ...['stdexcept', 'string', 'unordered_map', 'unordered_set', 'utility', 'vector', 'uv.h', 'openssl/ssl.h'],
  ...['absl/container/flat_hash_map.h', 'absl/container/flat_hash_set.h', 'absl/types/optional.h'],
  ...['message', 'request', 'response', 'notification', 'worker', 'transport', 'webRtcTransport', 'plainTransport'].map(
    (name) => `FBS/${name}.h`,
  ),
]
  .map((line) => (line.startsWith('#') ? line : `#include <${line}>`))
  .join('\n')

/** Ours to carry along, so that the worker runs where these are not installed; the rest is on every Debian. */
const LIBRARIES = [
  '-Wl,-Bstatic',
  '-lsrtp2 -lusrsctp -luv_a',
  `-Wl,--start-group ${ABSEIL.map((name) => `-labsl_${name}`).join(' ')} -Wl,--end-group`,
  '-lflatbuffers -lssl -lcrypto',
  '-Wl,-Bdynamic',
  '-lpthread -ldl -lnss3 -lnspr4',
].join(' ')

/** Names a worker: the same source, patches, flags and kind of machine make the same one. */
export const recipeKey = (version: string): string => {
  const hash = createHash('sha256')
  for (const part of [version, JSON.stringify(patches), libsrtp2Header, HEADERS, FLAGS.join(' '), LIBRARIES])
    hash.update(part)
  return `${version}-${hash.digest('hex').slice(0, 12)}-${os.platform()}-${os.arch()}`
}

/** What the build needs of the machine, and which package of Debian brings it. */
export const NEEDED: readonly { readonly debian: string; readonly program?: string; readonly file?: string }[] = [
  { debian: 'g++', program: 'g++' },
  { debian: 'ninja-build', program: 'ninja' },
  { debian: 'flatbuffers-compiler', program: 'flatc' },
  { debian: 'libflatbuffers-dev', file: 'flatbuffers/flatbuffers.h' },
  { debian: 'libabsl-dev', file: 'absl/container/flat_hash_map.h' },
  { debian: 'libuv1-dev', file: 'uv.h' },
  { debian: 'libssl-dev', file: 'openssl/ssl.h' },
  { debian: 'libsrtp2-dev', file: 'srtp2/srtp.h' },
  { debian: 'libusrsctp-dev', file: 'usrsctp.h' },
]

/** The quoted names of one list in a meson file. */
const listIn = (meson: string, name: string): string[] => {
  const body = new RegExp(`^${name} = \\[([^\\]]*)\\]`, 'm').exec(meson)?.[1]
  if (body === undefined) throw new Error(`the media worker's meson.build has no list ${name}`)
  return [...body.matchAll(/'([^']+)'/g)].map((m) => m[1]!)
}

/** A path as ninja's own language wants it. */
const escaped = (file: string): string => file.replace(/[$ :]/g, '$$$&')

export interface Recipe {
  /** Files to write before ninja runs, by path under the build folder. */
  readonly files: Readonly<Record<string, string>>
  readonly binary: string
}

/**
 * What ninja builds: every source that the package's own meson files name, compiled against Debian's libraries.
 * io_uring is left out: Debian's library is older than the worker asks for.
 */
export const recipeOf = (source: string): Recipe => {
  const read = (file: string) => fs.readFileSync(path.join(source, file), 'utf8')
  const own = [...listIn(read('meson.build'), 'common_sources'), 'src/main.cpp']
  const webrtc = listIn(read('deps/libwebrtc/meson.build'), 'libwebrtc_sources').map((f) => `deps/libwebrtc/${f}`)
  const schemas = listIn(read('fbs/meson.build'), 'flatbuffers_schemas').map((f) => path.join(source, 'fbs', f))

  const patched: Record<string, string> = {}
  for (const { file, find, replace } of patches) {
    const before = patched[file] ?? read(file)
    if (before.split(find).length !== 2)
      throw new Error(`the media worker's ${file} is not what the patch was made for`)
    patched[file] = before.replace(find, replace)
  }
  const includes = ['include', 'deps/libwebrtc', 'deps/libwebrtc/libwebrtc'].map((dir) => path.join(source, dir))
  const objects: string[] = []
  const compiled = [...own, ...webrtc].map((file) => {
    const object = `${file.replace(/\.(cpp|cc)$/, '')}.o`
    objects.push(object)
    const input = patched[file] === undefined ? path.join(source, file) : `patched/${file}`
    return `build ${object}: cxx ${escaped(input)} | fbs.stamp all.hpp.gch`
  })
  const ninja = [
    'ninja_required_version = 1.8',
    `flags = ${FLAGS.join(' ')} ${includes.map((dir) => `-I'${dir}'`).join(' ')} -Igen -I/usr/include/srtp2`,
    'rule fbs',
    "  command = flatc --cpp --cpp-field-case-style lower --reflect-names --scoped-enums --filename-suffix '' -o gen/FBS $in && touch $out",
    'rule cxx',
    '  command = g++ -include all.hpp $flags -MD -MF $out.d -c $in -o $out',
    '  depfile = $out.d',
    '  deps = gcc',
    'rule headers',
    '  command = g++ $flags -x c++-header $in -o $out',
    'rule link',
    `  command = g++ -s -o $out @objects.rsp ${LIBRARIES}`,
    `build fbs.stamp: fbs ${schemas.map(escaped).join(' ')}`,
    'build all.hpp.gch: headers all.hpp | fbs.stamp libsrtp2.hpp',
    ...compiled,
    `build mediasoup-worker: link ${objects.join(' ')}`,
    '',
  ].join('\n')
  const files: Record<string, string> = {
    'build.ninja': ninja,
    'objects.rsp': `${objects.join('\n')}\n`,
    'libsrtp2.hpp': libsrtp2Header,
    'all.hpp': `#pragma once\n${HEADERS}\n`,
  }
  for (const [file, text] of Object.entries(patched)) files[`patched/${file}`] = text
  return { files, binary: 'mediasoup-worker' }
}
