// One plain closing line of a test run: `N passed, N failed`, with what was skipped.
import fs from 'node:fs'

const total = { passed: 0, failed: 0, skipped: 0 }
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(fs.readFileSync(file, 'utf8'))
  total.passed += report.numPassedTests
  // A suite that could not even be loaded has no tests to fail.
  total.failed += Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0)
  total.skipped += report.numPendingTests
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
