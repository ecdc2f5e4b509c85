import fs from 'node:fs'
import path from 'node:path'
import { countyDay } from '../scenarios/county-day.ts'
import { demoFiles } from '../scenarios/reference.ts'
import { growCounty } from './county.ts'
import { countyFiles } from './files.ts'

/** `npm run county [DIR]`: writes the fictional county anew; without a change in the generator nothing changes. */
const folder = process.argv[2] ?? 'county'
const county = growCounty()
const files = [
  ...countyFiles(county),
  ...demoFiles(county, countyDay).map((f) => ({ ...f, name: path.join('demo', f.name) })),
]
fs.mkdirSync(path.join(folder, 'demo'), { recursive: true })
for (const { name, text } of files) {
  fs.writeFileSync(path.join(folder, name), text)
  console.log(`${path.join(folder, name)}  ${Buffer.byteLength(text)} B`)
}
