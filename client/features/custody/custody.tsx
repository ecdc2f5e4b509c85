import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Board } from './board.tsx'
import './custody.css'
import { useMoment, useShownNow, useTimed } from '../../time/moment.ts'
import { Plan } from './plan.tsx'
import { StayPage } from './stay-page.tsx'
import { useCustody } from './use-custody.ts'

/** Who is held, until when and under whose signature, beside the rooms; or one stay with all that is known of it. */
export const Custody = () => {
  const stay = useParam('stay')
  const moment = useMoment()
  return stay === undefined ? <CaseArea moment={moment} /> : <StayPage key={stay} id={stay} moment={moment} />
}

const CaseArea = ({ moment }: { readonly moment: number | undefined }) => {
  const t = useWords()
  const now = useShownNow(moment)
  const timed = useTimed(moment)
  const { area, error, again } = useCustody(moment)
  const [chosen, setChosen] = useState<string>()
  if (area === undefined || !timed)
    return error === undefined ? (
      <Waiting rows={10} />
    ) : (
      <Message bad title={error.message} action={{ label: t.failures.retry, run: again }} />
    )
  const { stays, rooms } = area
  return (
    <div className="custody">
      <Panel
        title={t.custody.board}
        className="custody-board"
        extra={<span className="muted">{moment === undefined ? t.custody.count(stays.size) : t.custody.replay}</span>}
      >
        <Board stays={stays} now={now} chosen={chosen} onChoose={setChosen} />
      </Panel>
      <Panel title={t.custody.plan} className="custody-plan">
        <Plan rooms={rooms} stays={stays} now={now} chosen={chosen} onChoose={setChosen} />
      </Panel>
    </div>
  )
}
