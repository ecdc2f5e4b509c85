import fs from 'node:fs'
import path from 'node:path'

/** When the process started, in ticks since boot: tells two processes with the same number apart. */
const startedAt = (pid: number): string | null => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold blanks; the 22nd field counts from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null // no such process, or a system without /proc
  }
}

const isAlive = (holder: string): boolean => {
  const [pid, started] = holder.trim().split(' ')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const now = startedAt(Number(pid))
  return now === null || started === 'unknown' || now === started
}

/**
 * Takes a folder for this process; the function it returns gives it back. A lock whose process is gone is taken
 * over. Throws when a living process holds it, ours included: two servers on one embedded store would destroy it.
 */
export const lockFolder = (dir: string): (() => void) => {
  const file = path.join(dir, 'lock')
  const mine = `${process.pid} ${startedAt(process.pid) ?? 'unknown'}\n`
  const refuse = (holder: string): Error =>
    new Error(
      `${dir} is in use by process ${holder.trim().split(' ')[0]}: stop that server first, or set DATA_DIR to another folder`,
    )

  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      fs.writeFileSync(file, mine, { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
    if (holder !== '' && isAlive(holder)) throw refuse(holder)
    // Renaming is atomic: of two that find the same dead lock, one moves it away and looks whether it was the dead one.
    const aside = `${file}.${process.pid}.${attempt}`
    try {
      fs.renameSync(file, aside)
    } catch {
      continue // the other one was faster
    }
    const moved = fs.readFileSync(aside, 'utf8')
    if (moved !== holder && isAlive(moved)) {
      fs.renameSync(aside, file)
      throw refuse(moved)
    }
    fs.rmSync(aside, { force: true })
  }
  throw new Error(`${dir} could not be locked: several servers are starting on it at once`)
}
