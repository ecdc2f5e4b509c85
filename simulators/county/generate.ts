import fs from 'node:fs'
import path from 'node:path'
import { growCounty } from './county.ts'
import { countyFiles } from './files.ts'

/** `npm run county [DIR]`: writes the fictional county anew; without a change in the generator nothing changes. */
const folder = process.argv[2] ?? 'county'
fs.mkdirSync(folder, { recursive: true })
for (const { name, text } of countyFiles(growCounty())) {
  fs.writeFileSync(path.join(folder, name), text)
  console.log(`${path.join(folder, name)}  ${Buffer.byteLength(text)} B`)
}
