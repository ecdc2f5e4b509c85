import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { syncFolder } from './embedded-files.ts'

/** Where the parts of an embedded store lie in its folder. */
export const clusterIn = (dataDir: string): string => path.join(dataDir, 'cluster')
/** Written last: a cluster without it was never finished, and nothing was ever acknowledged from it. */
const readyMark = (dataDir: string): string => path.join(dataDir, 'ready')

/**
 * Before the store starts: throws away what an interrupted first start left, and copies an initialised cluster
 * from the cache if there is one. The store makes its own when it finds none.
 */
export const beforeFirstStart = (dataDir: string, cacheDir: string | undefined): void => {
  if (fs.existsSync(readyMark(dataDir))) return
  fs.rmSync(clusterIn(dataDir), { recursive: true, force: true })
  const template = cacheDir && templateIn(cacheDir)
  if (template && fs.existsSync(template)) copyTree(template, clusterIn(dataDir))
}

/** After the store started and before anything is acknowledged: makes all of a new cluster durable. */
export const afterFirstStart = (dataDir: string, cacheDir: string | undefined): void => {
  if (fs.existsSync(readyMark(dataDir))) return
  syncTree(clusterIn(dataDir))
  fs.writeFileSync(readyMark(dataDir), '', { flush: true } as fs.WriteFileOptions)
  syncFolder(dataDir)
  syncFolder(path.dirname(path.resolve(dataDir)))
  if (cacheDir) keepTemplate(clusterIn(dataDir), templateIn(cacheDir))
}

/** The store is idle and has just taken a checkpoint, so that a plain copy is a cluster of its own. */
const keepTemplate = (cluster: string, template: string): void => {
  if (fs.existsSync(template)) return
  const mine = `${template}.${process.pid}`
  fs.mkdirSync(path.dirname(template), { recursive: true })
  copyTree(cluster, mine)
  fs.rmSync(path.join(mine, 'postmaster.pid'), { force: true })
  try {
    fs.renameSync(mine, template)
  } catch {
    fs.rmSync(mine, { recursive: true, force: true }) // another process made the same one meanwhile
  }
}

const copyTree = (from: string, to: string): void =>
  fs.cpSync(from, to, { recursive: true, mode: fs.constants.COPYFILE_FICLONE })

/** Another version of either package writes other files. */
const templateIn = (cacheDir: string): string => {
  const require = createRequire(import.meta.url)
  const versionOf = (name: string): string => {
    const manifest = path.join(path.dirname(require.resolve(name)), '../package.json')
    return JSON.parse(fs.readFileSync(manifest, 'utf8')).version
  }
  const names = ['@electric-sql/pglite', '@electric-sql/pglite-postgis']
  return path.join(cacheDir, `embedded-${names.map(versionOf).join('-')}`)
}

const syncTree = (dir: string): void => {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const full = path.join(dir, entry.name)
    if (entry.isDirectory()) syncTree(full)
    else {
      const fd = fs.openSync(full, 'r')
      fs.fsyncSync(fd)
      fs.closeSync(fd)
    }
  }
  syncFolder(dir)
}
