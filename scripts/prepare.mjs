// What a fresh checkout lacks, and how to get it. Plain Node: it runs before any package is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')
const at = (...parts) => path.join(root, ...parts)

/** Refuses a Node.js that is too old, in words. */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 12)) {
    console.error(`Node.js 20.12 or newer is needed; this is ${process.versions.node}. 需要 Node.js 20.12 或更新版本。`)
    process.exit(1)
  }
}

/** Runs a command, handing each line of its output to `line`; rejects with the last lines when it fails. */
export const run = (command, args, line = () => {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: process.env })
    const tail = []
    const hear = (chunk) => {
      for (const text of chunk.toString().split('\n').filter(Boolean)) {
        tail.push(text)
        if (tail.length > 40) tail.shift()
        line(text)
      }
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${tail.join('\n')}`)),
    )
  })

const digest = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(fs.readFileSync(file))
  return hash.digest('hex')
}

const filesIn = (dir) =>
  fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()

const stampIs = (file, value) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') === value

/** Whether what npm installed last is what the lock file asks for; packages for other platforms may be missing. */
const packagesAreThere = () => {
  const installed = at('node_modules', '.package-lock.json')
  if (!fs.existsSync(installed)) return false
  const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages
  const there = read(installed)
  return Object.entries(read(at('package-lock.json'))).every(
    ([name, { version, optional }]) => name === '' || there[name]?.version === version || (optional && !there[name]),
  )
}

/** Debian's packages that the demonstration lacks, where it may install them: as root of a machine that has apt. */
const lackingPrograms = () => {
  if (process.env.DATABASE_URL || process.env.DEMO === '0' || process.getuid?.() !== 0) return ''
  const listed = spawnSync('bash', ['scripts/system-packages', 'demo', '--list'], { cwd: root, encoding: 'utf8' })
  return spawnSync('apt-get', ['--version']).error ? '' : listed.stdout.trim()
}

/** The steps a start needs; each knows whether it is done already. One that is `optional` may fail. */
export const steps = () => {
  const sources = () =>
    digest([
      ...filesIn(at('client')),
      ...filesIn(at('server', 'contract')),
      at('vite.config.ts'),
      at('package-lock.json'),
    ])
  const consoleStamp = at('dist', '.custodes-sources')
  return [
    {
      title: { zh: '安装依赖包', en: 'Installing packages' },
      done: packagesAreThere,
      run: (line) => run('npm', ['ci', '--no-audit', '--no-fund'], line),
    },
    {
      title: { zh: '构建控制台页面', en: 'Building the console' },
      done: () => stampIs(consoleStamp, sources()),
      run: async (line) => {
        await run(process.execPath, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build'], line)
        fs.writeFileSync(consoleStamp, sources())
      },
    },
    {
      title: {
        zh: '安装视频与模拟罚单系统的程序',
        en: 'Installing the programs of video and of the simulated ticket system',
      },
      optional: true,
      done: () => lackingPrograms() === '',
      run: (line) => run('bash', ['scripts/system-packages', 'demo'], line),
    },
  ]
}
