import { SETTLED_MS } from '../domain/corroboration/hearing.ts'
import { reasons, sourceNames } from '../domain/corroboration/matrix.ts'
import { NEAR_M, TOLERANCE_MS } from '../domain/corroboration/sources.ts'
import { SITE_MARGIN_M } from '../domain/corroboration/whereabouts.ts'
import { AHEAD_MS } from '../domain/entry.ts'
import { LATE_AFTER_MS } from '../rules/fix.ts'

/** The hand-written part of docs/journal-format.md. */
export const introduction = `# Journal as JSON lines

<!-- Made by \`npm run docs\` from the schemas; do not edit. -->

\`npm run --silent replay -- FILE.jsonl\` feeds a journal through the rulebook and prints the findings. This page is
all that is needed to write such a journal. The live journal holds the same observations. What points at a person in
the facts of a finding (plate, licence, numbers of identity) is printed masked; \`--unmasked\` prints it whole.

## A line

One JSON object a line, UTF-8, in the order in which the facts became known. Empty lines are skipped. Two forms are read:

\`\`\`jsonl
{"kind":"device.heartbeat","observedAt":"2026-03-02T10:00:00+08:00","data":{"device":"jt808:1","carrier":"vehicle/v1"}}
{"seq":7,"recordedAt":1772416801000,"observation":{"kind":"device.heartbeat","observedAt":1772416800000,"data":{"device":"jt808:1","carrier":"vehicle/v1"}}}
\`\`\`

| field | | meaning |
|---|---|---|
| \`kind\` | needed | one of the kinds below |
| \`observedAt\` | needed | when it happened, by the clock of the device or system that saw it. **Law is measured by this one.** |
| \`data\` | needed | what happened; fields by kind |
| \`recordedAt\` | may be left out | when we came to know it, by our clock. It may never run backwards from line to line. Left out: the same as \`observedAt\`, or as the line before if that is later. A report that came late is written with both. |
| \`seq\` | may be left out | number of the entry, growing from line to line. Left out: the number of the line (or one more than the entry before). Findings name their evidence by it. |

**Instant**: whole milliseconds since 1970-01-01 UTC, or ISO 8601 with a zone (\`2026-03-02T09:00:00+08:00\`,
\`2026-03-02T01:00:00Z\`). An hour without a zone is refused, and so are a day that is not in the calendar, a stretch of time that ends before it begins, and a number that can only be seconds or microseconds (10⁸ to 10¹¹, or 10¹⁴ and above). Calendar days in law are days in China (UTC+8).

**An end** (\`endsAt\`, \`expiresAt\`, the \`dueAt\` of a finding) is an instant, itself included; only \`validUntil\` is the first moment
after. At 00:00 it is the end of the day before: a period whose last day is 31 March ends \`2026-04-01T00:00:00+08:00\`, and a
finding \`since\` that instant was still lawful on 31 March. \`2026-03-31T00:00:00+08:00\` would cut the last day off.

**Null** means *not known* or *none*, never zero: a position of null is a device that lives without a fix. A field
that may be null may be left out. Fields with a default may be left out too. A field that the kind does not know is
ignored with a note on standard error.

**Identifiers** are texts of 1–128 characters of your choosing; the same thing has the same identifier everywhere.
A carrier is \`vehicle/<id>\` or \`officer/<id>\`, with the id that \`vehicle.registered\` or \`officer.registered\` gave it.

## How time runs

The engine moves by \`recordedAt\`. Before it takes an entry it judges every deadline that lies before it; a deadline at
10:03:00.000 lies behind at 10:03:00.001, because "不得超过" includes the limit itself. After the last line time stops,
so what would become wrong an hour later is not judged: give \`--until TIME\`, or let a later line (a heartbeat will do) move time on.

Reference data — units, vehicles, officers, zones, shifts — are observations as well and count from the line where they
stand: put them first. Zones hold from \`validFrom\`, whatever their \`observedAt\`.

Lines are judged one by one, those of the same instant too: put an approval before what it approves. Told after it, the
measure stood without approval until then, and the finding that says so ends with \`clear\`.

## Silence needs a witness

That something did *not* happen is judged only where somebody would have told of it; else the verdict is *unknown* and
nothing is printed. Whether an officer went in or out, a recording ran, a guard came by, a meal, a notice or a check
was given needs a \`sensor.installed\` that watches it and has not failed: one in the room for what happens in a room, one
with \`room\` null for a system of the bureau. It must have worked the whole time in question; a break of it leaves the
question open, also once it is back. What the law gives hours or days for after a measure on record (family told of a
detention, the first interrogation, delivery to the detention house) is judged by the record alone. What a line says outright — an approval by a rank without the power, a time
of departure, two officers in the record, a warrant that was not shown — needs no sensor. The limits of each rule in [rules.md](rules.md) say what it asks for.

## Positions, live and late

A position with \`delivery: "backfill"\`, or one that took longer than ${LATE_AFTER_MS / 60_000} minutes from \`observedAt\` to \`recordedAt\`, is history: it is judged
in a cell of its own (\`<carrier>/late\`), in its own order. Its findings have the true \`since\`, say \`late: true\` among their
facts, and end one minute after the last such report. It never opens, moves or ends a finding about *now*. A position whose
\`observedAt\` is more than ${AHEAD_MS / 60_000} minutes ahead of \`recordedAt\`, one with \`mocked: true\` and one that is null neither mark nor clear anyone.

## What comes out

One JSON object a line for each finding, in the order of \`openedAt\`; instants as ISO 8601 UTC:

| field | meaning |
|---|---|
| \`id\` | \`rule/subject/since\` in milliseconds: the same in every replay |
| \`rule\`, \`title\`, \`grade\` | the duty; A red, B orange, C yellow |
| \`subject\` | the carrier, stay, shift, … that was judged |
| \`since\` | when it began to be wrong, by the devices’ clocks |
| \`openedAt\` | when we could first know, by ours |
| \`endedAt\`, \`endedBecause\` | when the condition ended by itself: \`clear\`, \`pending\` (lawful again, with a deadline), \`unknown\` (no longer observable), \`restated\` (its beginning turned out to be another; see the finding with that beginning). Null while it holds; what was done too late stays so, and \`doneAt\` among the facts tells when it was done (or \`fellAwayAt\` when the duty fell away undone, with a release for example). What is judged as a stretch of time (people kept together, someone left alone, a post empty) ends a minute after it; \`until\` among the facts is its true end |
| \`evidence\` | \`seq\` of the entries relied on |
| \`facts\` | numbers behind it; what ends in \`At\` is an instant |
| \`concerns\` | \`unit\` that answers for it, \`carrier\`, \`officers\`, \`place\` |
| \`citations\` | the sentences in force when it began |

\`--rules a,b\` runs only these rules. Rules that ship switched off run only when named. \`--json-events\` prints everything the
engine says instead: \`opened\`, \`continued\`, \`ended\`, \`warned\`, \`rule-failed\`.

### Claims against other sources

\`--corroboration\` prints after all that one JSON object a line for each act whose beginning is known, in the order in which
they began: what its record claims, held against everything else that could have seen it, whatever the rules.

| field | meaning |
|---|---|
| \`claim\`, \`kind\`, \`unit\`, \`room\`, \`place\`, \`person\` | the act, as its record has it |
| \`officers\`, \`others\` | who was there and \`from\` when \`to\` when; \`to\` is null while it lasts |
| \`from\`, \`to\`, \`seqs\` | its time, and the entries that told it |
| \`verdict\` | \`contradicted\`: a source says otherwise · \`corroborated\`: every officer named was seen by a source other than a car · \`unobservable\`: nothing that could have told was working · \`uncorroborated\`: sources worked and did not show it |
| \`cells\` | a list, in the order of the sources |
| \`cells.source\` | ${sourceNames.map((s) => `\`${s}\``).join(' · ')} |
| \`cells.about\` | \`officer/<id>\` · \`person/<id>\` · \`other/<as>\` · \`count\` · \`time\` |
| \`cells.says\` | \`supports\` · \`contradicts\` · \`silent\` · \`down\` |
| \`cells.because\` | ${reasons.map((r) => `\`${r}\``).join(' · ')} |
| \`cells.facts\`, \`cells.seqs\` | numbers behind it (metres end in \`M\`, milliseconds in \`Ms\`), and the entries that say so |

Less than ${TOLERANCE_MS / 60_000} minutes are held against nobody. A position says *there* when its middle is within ${NEAR_M} m of the place of the
room’s unit and its error circle is no larger, *away* when the whole circle lies outside; each device is judged for itself. A radio
without a position says *away* when a site heard it whose drawn \`coverage\` ends more than ${SITE_MARGIN_M / 1_000} km from the place; a site that
reaches the place puts nobody in it. A car tells of the crew on its shift, or of who is known to have driven it. With \`place\`
\`remote-video\` the person is not looked for in the room. An act is held against what was known until ${SETTLED_MS / 86_400_000} days after its end,
or until the last line or \`--until\`.

A line that cannot be read is named on standard error with its number and the reason, and left out; the others are
judged, and the exit code is 1. The call itself being wrong gives exit code 2.
`
