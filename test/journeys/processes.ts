import fs from 'node:fs'
import path from 'node:path'
import type { House } from './house.ts'

/** Processes that the house has started, by what they are: an ffmpeg says in its folder which camera it records. */
export const processesOf = (
  house: Pick<House, 'process'>,
): { readonly pid: number; readonly is: string; readonly folder: string }[] => {
  const parents = new Map<number, number>()
  const found: { pid: number; is: string; folder: string }[] = []
  for (const name of fs.readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
      const is = path.basename(fs.readlinkSync(`/proc/${name}/exe`))
      found.push({ pid: Number(name), is, folder: path.basename(fs.readlinkSync(`/proc/${name}/cwd`)) })
    } catch {
      // It ended while it was being looked at.
    }
  }
  return found.filter(({ pid }) => parents.get(pid) === house.process.pid)
}
