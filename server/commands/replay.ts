import fs from 'node:fs'
import readline from 'node:readline'
import { parseArgs } from 'node:util'
import { placesIn } from '../config.ts'
import type { Entry } from '../domain/entry.ts'
import type { Instant } from '../domain/time.ts'
import type { EngineEvent } from '../engine/event.ts'
import { replayEntries } from '../engine/replay.ts'
import { type WhatIf, whatIf } from '../engine/what-if.ts'
import { readEntries } from '../journal/read.ts'
import type { AnyRule } from '../rules/define-rule.ts'
import { rulebook } from '../rules/index.ts'
import { quiet } from '../storage/log.ts'
import { openDatabase } from '../storage/open.ts'
import { createLineReader } from './journal-lines.ts'
import { instantOf } from './liberal.ts'
import { listenForClaims, printedClaim } from './printed-claim.ts'
import { maskedEvent, printedFinding } from './printed-finding.ts'

const usage = `Usage: npm run --silent replay -- FILE.jsonl [--rules a,b] [--rule-params FILE] [--until TIME] [--json-events]
                                  [--corroboration] [--unmasked]
       npm run --silent replay -- (--database URL | --data DIR) [--from TIME] [--to TIME] [--rules a,b]
                                  [--rule-params FILE] [--json-events] [--corroboration] [--unmasked]
Feeds a journal through the rulebook and prints the findings, one JSON object a line, in the order they opened.
FILE is - for standard input; its format is described in docs/journal-format.md. TIME is ISO 8601 with a zone.
Without --until, time stops at the last entry: a deadline after it is not judged.
From a store everything before --from is folded too, and the findings opened between --from and --to are printed.
Rules that ship switched off run only when --rules names them, or from where two persons switched them on in the journal.
--rule-params tries other values: { "rule.id": { "param": value, … } }, or a list [{ "from": "2026-01-01", "value": { … } }]
by day of the law; "enabled": true or false beside the values runs a rule from the start or leaves it out.
--corroboration then prints, one JSON object a line for each act, what every other source says of what its record claims.
Plates, licences and numbers of persons in the facts are masked, also with --json-events; --unmasked prints them whole.
Exit code: 0; 1 when a line was faulty or a rule failed; 2 for a wrong call.`

/** Ends the program with what was wrong with the call. */
const wrongCall = (problem: string): never => {
  console.error(`${problem}\n\n${usage}`)
  process.exit(2)
}

const readCall = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rules: { type: 'string' },
        'rule-params': { type: 'string' },
        until: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        database: { type: 'string' },
        data: { type: 'string' },
        'json-events': { type: 'boolean', default: false },
        corroboration: { type: 'boolean', default: false },
        unmasked: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return wrongCall((error as Error).message)
  }
}

const instant = (name: string, text: string | undefined): Instant | undefined => {
  if (text === undefined) return undefined
  return (
    instantOf(text) ?? wrongCall(`--${name}: ${text} should be ISO 8601 with a zone, such as 2026-03-02T09:00:00+08:00`)
  )
}

/** Without names the whole rulebook, as it ships; with names those, all of them running. */
const chosenRules = (names: string | undefined): readonly AnyRule[] => {
  if (names === undefined) return rulebook
  return names.split(',').map((name) => {
    const rule = rulebook.find((r) => r.id === name.trim())
    return rule ?? wrongCall(`--rules: ${name} is not a rule; the rules are ${rulebook.map((r) => r.id).join(', ')}`)
  })
}

/** The rules with the values of the file in them. */
const tried = (rules: readonly AnyRule[], file: string): Extract<WhatIf, { is: 'rules' }> => {
  let asked: unknown
  try {
    asked = JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    return wrongCall(`--rule-params: ${file}: ${(error as Error).message}`)
  }
  const result = whatIf(rules, asked)
  if (result.is === 'rules') return result
  return wrongCall(result.problems.map((p) => `--rule-params: ${p}`).join('\n'))
}

/** The entries of a file; a bad line is told on standard error and left out. */
async function* entriesOfFile(file: string): AsyncGenerator<Entry> {
  const input = file === '-' ? process.stdin : fs.createReadStream(file)
  const read = createLineReader()
  let line = 0
  let faulty = 0
  for await (const text of readline.createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    const found = read(text)
    if (found.is === 'fault') {
      faulty++
      console.error(`line ${line}: ${found.problem} — left out`)
    } else if (found.is === 'entry') {
      for (const note of found.notes) console.error(`line ${line}: note: ${note}`)
      yield found.entry
    }
  }
  if (faulty === 0) return
  console.error(`${faulty} of ${line} lines were faulty; the findings come from the others`)
  process.exitCode = 1
}

/** The entries of a store from the first one on, whatever the range asked for: a state cannot be begun halfway. */
async function* entriesOfStore(databaseUrl: string | undefined, dataDir: string, to: Instant | undefined) {
  const database = await openDatabase({ databaseUrl, dataDir: placesIn(dataDir).store, log: quiet })
  try {
    for (let after = -1; ; ) {
      const page = await readEntries(database, { after, limit: 10_000, ...(to !== undefined && { until: to }) })
      yield* page
      if (page.length < 10_000) return
      after = page.at(-1)!.seq
    }
  } finally {
    await database.close()
  }
}

const { values, positionals } = readCall()
if (values.help) {
  console.log(usage)
  process.exit(0)
}
const stored = values.database !== undefined || values.data !== undefined
if (stored ? positionals.length > 0 : positionals.length !== 1) wrongCall('Name one file, or one store.')
if (values.database !== undefined && values.data !== undefined) wrongCall('--database and --data exclude each other.')
if (!stored && (values.from !== undefined || values.to !== undefined))
  wrongCall('--from and --to are for a store; a file takes --until.')
const file = positionals[0] ?? '-'
if (!stored && file !== '-' && !fs.existsSync(file)) wrongCall(`${file}: no such file`)

const from = instant('from', values.from)
const until = instant('until', values.until) ?? instant('to', values.to)
const chosen = chosenRules(values.rules)
const asked = values['rule-params'] === undefined ? undefined : tried(chosen, values['rule-params'])
const rules = asked?.rules ?? chosen
const run = {
  start: values.rules === undefined ? ('as-shipped' as const) : ('given' as const),
  ...(asked && { alwaysOn: asked.alwaysOn }),
}
const entries = stored ? entriesOfStore(values.database, values.data ?? 'data', until) : entriesOfFile(file)
const heard = (event: EngineEvent): void => {
  if (event.is === 'rule-failed') {
    console.error(`rule ${event.rule} failed at ${event.subject}: ${event.message}; it judges no further`)
    process.exitCode = 1
  }
  if (values['json-events']) console.log(JSON.stringify(values.unmasked ? event : maskedEvent(event)))
}
const claims = values.corroboration ? listenForClaims(until) : undefined
const findings = await replayEntries(claims ? claims.listening(entries) : entries, { rules, until, heard, run })
if (!values['json-events'])
  for (const one of findings) {
    if (from !== undefined && one.finding.openedAt < from) continue
    console.log(JSON.stringify(printedFinding(one, rules.find((r) => r.id === one.finding.rule)!, values)))
  }
if (claims)
  for (const matrix of claims.matrices())
    if (from === undefined || matrix.claim.from >= from) console.log(JSON.stringify(printedClaim(matrix, values)))
