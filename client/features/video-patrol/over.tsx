import { useState } from 'react'
import type { PatrolProof, PatrolView } from '../../../server/contract/video-patrol.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Commitment } from './commitment.tsx'
import { progressOf } from './model.ts'
import { Stops } from './stops.tsx'

/** What a patrol came to, and the proof that its cameras were drawn. */
export const Over = ({ patrol, onAgain }: { readonly patrol: PatrolView; readonly onAgain: () => void }) => {
  const t = useWords().videoPatrol
  useKeys({ D: onAgain })
  return (
    <div className="looks-over">
      <Stops patrol={patrol} />
      <section className="panel looks-draw">
        <h2>{t.over}</h2>
        <p>{t.overLine(progressOf(patrol))}</p>
        <button type="button" className="button button-main looks-go" onClick={onAgain}>
          {t.again} <Kbd k="D" />
        </button>
        <Proof patrol={patrol.id} />
      </section>
    </div>
  )
}

/** The draw made again from the journal, on request. */
const Proof = ({ patrol }: { readonly patrol: string }) => {
  const t = useWords().videoPatrol
  const [proof, setProof] = useState<PatrolProof>()
  const [problem, setProblem] = useState('')
  const check = (): void => {
    request('GET /api/video-patrols/:id/proof', { params: { id: patrol } }).then(setProof, (error: Error) =>
      setProblem(error.message),
    )
  }
  if (!proof)
    return (
      <p>
        <button type="button" className="button" onClick={check}>
          {t.proof}
        </button>{' '}
        <span className="looks-bad">{problem}</span>
      </p>
    )
  const tickets = proof.candidates.reduce((sum, c) => sum + c.tickets, 0)
  return (
    <div className="looks-proof">
      <p className={proof.holds ? 'looks-good' : 'looks-bad'}>
        {proof.holds ? `✓ ${t.proofHolds}` : `! ${t.proofBroken}`}
      </p>
      <p>
        {t.proofLine(`#${proof.seq}`)} · {t.proofCandidates(proof.candidates.length, tickets)}
      </p>
      {proof.committed && <Commitment of={proof.committed} />}
      <p>
        {t.seed} <code className="mono">{proof.seed}</code>
      </p>
    </div>
  )
}
