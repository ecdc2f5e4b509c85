import type { RowRecord } from '../../../server/contract/roll-call.ts'
import { say, words } from '../../i18n/language.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { chipsOf } from './model.ts'

/** Hands rows of roll-calls to the browser as a table. */
export const saveRows = (rows: readonly RowRecord[]): void => {
  const t = words().rollCall
  const header = [
    t.history.opened,
    t.history.unit,
    ...['post', 'who', 'state', 'calls', 'answer', 'sources'].map((c) => t.columns[c as keyof typeof t.columns]),
    t.findings,
  ]
  const table = rows.map(({ openedAt, row }) => [
    dateTimeOf(openedAt),
    row.unit,
    t.posts[row.post],
    say(row.name),
    t.states[row.state],
    row.tried,
    row.answer
      ? `${dateTimeOf(row.answer.at)} ${t.channels[row.answer.channel]}`
      : row.behalf
        ? `${t.behalfChannels[row.behalf.channel]}: ${row.behalf.words}`
        : row.excuse
          ? t.excuses[row.excuse.because]
          : row.hindered
            ? t.hindrances[row.hindered.because]
            : '',
    chipsOf(row)
      .map((c) => `${t.sources[c.source]} ${t.says[c.says]} (${t.because[c.because]})`)
      .join('; '),
    row.findings.map((f) => say(f.title)).join('; '),
  ])
  save(`${t.title}-${dateTimeOf(rows[0]?.openedAt ?? 0).replace(/\D/g, '')}.csv`, csvOf(header, table))
}
