import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const AGAIN_MS = 500

/** Whether a process of that number runs on this machine. */
const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process runs as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Takes a lock that is a file with its holder's process number, and returns how to let go. Waits while another
 * process of this machine holds it, calling `waiting` meanwhile; the lock of one that died is taken over.
 */
export const lockFile = async (file: string, waiting: () => void, signal?: AbortSignal): Promise<() => void> => {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(readOr(file, ''))
    if (holder === process.pid || !runs(holder)) {
      fs.rmSync(file, { force: true })
      continue
    }
    waiting()
    await wait(AGAIN_MS, undefined, signal ? { signal } : {})
  }
}

const readOr = (file: string, otherwise: string): string => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    // It was let go between the attempt and the look.
    return otherwise
  }
}
