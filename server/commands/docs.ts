import fs from 'node:fs'
import path from 'node:path'
import { intakePage } from './intake-page.ts'
import { journalFormat } from './journal-format.ts'
import { lawPage } from './law-page.ts'
import { rulesPage } from './rules-page.ts'

/** Writes the pages of docs/ that are made from code: `npm run docs`. */
const docs = path.resolve(import.meta.dirname, '../../docs')
fs.writeFileSync(path.join(docs, 'journal-format.md'), journalFormat(path.join(docs, 'examples')))
fs.writeFileSync(path.join(docs, 'rules.md'), rulesPage())
fs.writeFileSync(path.join(docs, 'law-coverage.md'), lawPage())
fs.writeFileSync(path.join(docs, 'intake.md'), intakePage())
