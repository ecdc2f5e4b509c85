import { useState } from 'react'
import type { StayDetail } from '../../../server/contract/custody.ts'
import { CorroborationMatrix } from '../../claim/corroboration-matrix.tsx'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { timeOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { wordOf } from './model.ts'

/** What the record claims of each session, held against doors, counters, recorders and positions. */
export const Claims = ({ detail }: { readonly detail: StayDetail }) => {
  const t = useWords().custody
  const { acts } = detail
  const [chosen, setChosen] = useState<string>()
  const act = acts.find((a) => a.id === chosen) ?? acts.at(-1)
  if (act === undefined) return <Message title={t.noActs} />
  const names = new Map(detail.present.flatMap((p) => (p.occupant === null ? [] : [[p.who, p.occupant] as const])))
  if (detail.stay.person.masked !== null) names.set(detail.stay.person.id, detail.stay.person.masked)
  return (
    <div className="stay-claims">
      {acts.length > 1 && (
        <div className="tabs" role="tablist">
          {acts.map((a) => (
            <button key={a.id} type="button" role="tab" aria-selected={a.id === act.id} onClick={() => setChosen(a.id)}>
              {wordOf(t.acts, a.kind)} {timeOf(a.startedAt).slice(0, 5)}
            </button>
          ))}
        </div>
      )}
      <Claim
        key={act.id}
        act={act.id}
        news={detail.line.at(-1)?.seq ?? 0}
        nameOf={(about) => names.get(about.slice(about.indexOf('/') + 1))}
      />
    </div>
  )
}

const Claim = ({
  act,
  news,
  nameOf,
}: {
  readonly act: string
  readonly news: number
  readonly nameOf: (about: string) => string | undefined
}) => {
  const t = useWords()
  const [state, again] = useRequest(`claim ${act} ${news}`, (signal) =>
    request('GET /api/claims/:id', { params: { id: act }, signal }),
  )
  if (state.value !== undefined) return <CorroborationMatrix matrix={state.value} nameOf={nameOf} />
  return state.is === 'failed' ? (
    <Message bad title={state.error.message} action={{ label: t.failures.retry, run: again }} />
  ) : (
    <Waiting rows={4} />
  )
}
