// Prints the files of a vitest report in which something failed, a line each, or none where they are too many for chance.
import fs from 'node:fs'
import path from 'node:path'

/** More than this is no accident of the machine. */
const MOST = 3

const { testResults } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const failed = testResults.filter((file) => file.status === 'failed').map((file) => path.relative('.', file.name))
if (failed.length <= MOST) for (const file of failed) console.log(file)
