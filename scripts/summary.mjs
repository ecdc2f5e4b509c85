// One plain closing line of a test run: `N passed, N failed`, with what was skipped.
import fs from 'node:fs'

const [, , file] = process.argv
const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
const report = text === '' ? { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 } : JSON.parse(text)
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : ''
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed${skipped}`)
