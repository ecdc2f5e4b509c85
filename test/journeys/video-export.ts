import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { TYPESCRIPT } from '../../server/storage/thread.ts'
import { type House, newFolder } from './house.ts'

const run = promisify(execFile)
/** Making an archive encodes every picture anew; a busy machine takes its time. */
const MADE_MS = 120_000

interface Verdict {
  readonly code: number
  readonly words: string
}

/** What `npm run verify -- ARCHIVE` says and ends with, given nothing but the archive and the public key beside it. */
const verified = async (archive: string, key: string): Promise<Verdict> => {
  const args = ['--import', TYPESCRIPT, 'server/commands/verify.ts', archive, '--key', key]
  // Neither a store nor settings: what it takes for granted would be found here.
  const env = { PATH: process.env.PATH, DATA_DIR: '/nowhere' }
  return run(process.execPath, args, { env }).then(
    ({ stdout }) => ({ code: 0, words: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      words: error.stdout + error.stderr,
    }),
  )
}

/** The archive with one bit in the middle of it turned. */
const flipped = (archive: string): string => {
  const bytes = fs.readFileSync(archive)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = bytes[middle]! ^ 1
  const file = archive.replace(/\.zip$/, '-flipped.zip')
  fs.writeFileSync(file, bytes)
  return file
}

export interface ExportWishes {
  /** Shares of the axis at which the range begins and ends, 0 to 1. */
  readonly from: number
  readonly to: number
  readonly finding: string
  readonly reason: string
}

/** In an open review: both ends are set, the form is filled in, and the list of exports comes up. */
const askForExport = async (page: Page, { from, to, finding, reason }: ExportWishes): Promise<void> => {
  const axis = page.locator('.scrub-axis')
  const box = (await axis.boundingBox())!
  for (const [share, handle] of [
    [from, 0],
    [to, 1],
  ] as const) {
    await axis.click({ position: { x: share * box.width, y: box.height - 10 } })
    await page.locator('.review-mark button').nth(handle).click()
  }
  await page.locator('.review-actions button', { hasText: '导出' }).click()
  const form = page.locator('form.review-action')
  await form.locator('select').selectOption({ value: finding })
  await form.locator('.review-words').fill(reason)
  await form.locator('button[type=submit]').click()
  await page.locator('.export-requested').waitFor()
}

/** The second person: reads what is asked for, and agrees. */
const agreeToExport = async (page: Page, house: House): Promise<string> => {
  await page.goto(`${house.url}/#/review?exports=all`)
  const asked = page.locator('.export-requested')
  const read = await asked.innerText()
  await asked.locator('.button-main').click()
  await asked.waitFor({ state: 'detached' })
  return read
}

/** Whoever asked sees it become ready without doing anything, and fetches it. The file has a place of its own. */
const fetchExport = async (page: Page, folder: string): Promise<string> => {
  const ready = page.locator('.export-ready')
  await ready.waitFor({ timeout: MADE_MS })
  const coming = page.waitForEvent('download')
  await ready.locator('a[download]').click()
  const file = path.join(folder, 'archive.zip')
  await (await coming).saveAs(file)
  return file
}

/**
 * An export from an open review to the proof of what was fetched. Tells what the second person read, how many buttons
 * the first one had to agree with herself, and what the archive's check said of it, and of it with one bit turned.
 */
export const exportAndProve = async (
  house: House,
  asker: Page,
  approver: Page,
  wishes: ExportWishes,
): Promise<{
  readonly read: string
  readonly ownApprovals: number
  readonly whole: Verdict
  readonly flipped: Verdict
}> => {
  await askForExport(asker, wishes)
  const ownApprovals = await asker.locator('.export-requested .button-main').count()
  const read = await agreeToExport(approver, house)
  const folder = newFolder()
  try {
    const archive = await fetchExport(asker, folder)
    const key = path.join(folder, 'public.pem')
    fs.copyFileSync(path.join(house.dataDir, 'signing-key.pub'), key)
    const whole = await verified(archive, key)
    return { read, ownApprovals, whole, flipped: await verified(flipped(archive), key) }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
