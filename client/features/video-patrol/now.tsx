import { useState } from 'react'
import type { PatrolView } from '../../../server/contract/video-patrol.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { cursor } from '../../time/cursor.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { useValue } from '../../ui/subscribable.ts'
import { DrawForm } from './draw-form.tsx'
import { Look } from './look.tsx'
import { Over } from './over.tsx'

/** The open patrol, or the form that draws one. */
export const Now = () => {
  const words = useWords()
  const t = words.videoPatrol
  const at = useValue(cursor)
  const [held, setHeld] = useState<PatrolView>()
  const [round, setRound] = useState(0)
  // Another round is another question: what the last draw was bound to must not stand there for the next one.
  const [loaded, again] = useRequest(`video patrol ${round}`, (signal) =>
    request('GET /api/video-patrols/mine', { signal }),
  )
  if (at.mode !== 'live') return <Message title={t.replay} />
  if (loaded.value === undefined)
    return loaded.is === 'failed' ? (
      <Message bad title={loaded.error.message} action={{ label: words.failures.retry, run: again }} />
    ) : (
      <Waiting rows={8} />
    )
  const { pool } = loaded.value
  const patrol = held ?? loaded.value.patrol
  const drawAgain = (): void => {
    setHeld(undefined)
    setRound(round + 1)
  }
  if (patrol && patrol.endedAt === null) return <Look key={patrol.id} patrol={patrol} onChanged={setHeld} />
  if (patrol) return <Over patrol={patrol} onAgain={drawAgain} />
  if (pool.cameras === 0)
    return <Message title={t.empty} hint={pool.leftOut > 0 ? t.leftOut(pool.leftOut) : t.emptyHint} />
  return <DrawForm pool={pool} onDrawn={setHeld} />
}
