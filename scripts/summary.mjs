// One plain closing line of a test run: `N passed, N failed`, with what was skipped and what passed only when run again.
import fs from 'node:fs'
import path from 'node:path'

const folder = process.argv[2]
const read = (name) => {
  const file = path.join(folder, `${name}.json`)
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).testResults : []
}
const again = new Map(read('services-again').map((file) => [file.name, file]))
const files = ['pure', 'unit', 'services'].flatMap(read).map((file) => again.get(file.name) ?? file)

const total = { passed: 0, failed: 0, skipped: 0 }
for (const { status, assertionResults } of files) {
  const count = (...states) => assertionResults.filter((test) => states.includes(test.status)).length
  total.passed += count('passed')
  total.skipped += count('pending', 'skipped', 'todo')
  // A file that could not even be loaded has no tests to fail.
  total.failed += Math.max(count('failed'), status === 'failed' ? 1 : 0)
}
for (const { name, status } of again.values())
  if (status === 'passed')
    console.log(`UNSTABLE: ${path.relative('.', name)} failed at first and passed when run again, alone`)
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}${again.size > 0 ? `, run again: ${again.size}` : ''}`,
)
