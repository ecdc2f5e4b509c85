import { App } from 'antd'
import { useState } from 'react'
import type { Page } from '../../../server/contract/http.ts'
import { useWords } from '../../i18n/language.ts'
import { clock } from '../../live/feed.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'

type Cell = string | number | null
interface Sheet<T> {
  /** The file is called so, and when it was made. */
  readonly name: string
  readonly head: readonly string[]
  readonly cells: (row: T) => readonly Cell[]
  readonly ask: (page: { readonly page: number; readonly pageSize: number }) => Promise<Page<T>>
}

const PAGE = 500
const MOST = 20_000

/** All rows of a list that the server pages, as a file; at most twenty thousand, and says so when there were more. */
export const useExport = () => {
  const t = useWords().cases
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const run = async <T>({ name, head, cells, ask }: Sheet<T>): Promise<void> => {
    setBusy(true)
    try {
      const rows: T[] = []
      let total = 0
      for (let page = 1; rows.length < MOST; page++) {
        const next = await ask({ page, pageSize: PAGE })
        rows.push(...next.items)
        total = next.total
        if (next.items.length < PAGE) break
      }
      save(`${name}-${dateTimeOf(clock.now(performance.now())).replace(/\D/g, '')}.csv`, csvOf(head, rows.map(cells)))
      if (rows.length < total) message.warning(t.truncated)
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}
