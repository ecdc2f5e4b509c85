import { z } from 'zod'
import { type Claim, claimOf } from '../../domain/corroboration/claim.ts'
import { corroborate } from '../../domain/corroboration/corroborate.ts'
import { sourcesOf } from '../../domain/corroboration/sources.ts'
import type { Entry } from '../../domain/entry.ts'
import { actKinds } from '../../domain/observation/act.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { minutes } from '../../domain/time.ts'
import type { Citation } from '../define-rule.ts'
import { actsOf, doorKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import { all, type CaseFile } from '../patterns/case-file.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const caseWork: Citation = {
  law: '公安机关督察条例',
  article: '第四条',
  text: '(四)刑事案件、治安案件的受理、立案、侦查、调查、处罚和强制措施的实施情况；',
  inForce: { from: '2011-10-01' },
  checked: 'verified',
  source: '公安机关督察条例(2011-08-31)',
}

const told = ['act.started', 'act.joined', 'act.left', 'act.ended', 'act.signed', 'room.counted'] as const
type Told = (typeof told)[number]

/** The file of the act as the entries it came from. */
const entriesOf = (file: CaseFile<Told>): Entry[] =>
  file.map(({ kind, at, seq, data }) => ({ seq, recordedAt: at, observation: { kind, observedAt: at, data } }) as Entry)

export const claimContradicted = wrongWhen({
  id: 'case-area.claim-contradicted',
  title: {
    zh: '案件系统记载的询问、讯问与门禁、人数统计相互矛盾',
    en: 'What the record says of a session and what door and people counter show contradict each other',
  },
  grade: 'B',
  citations: [caseWork],
  paramSchema: z.object({
    kinds: z.array(z.enum(actKinds)),
    toleranceMinutes: z.number().min(0).max(120),
  }),
  params: [
    {
      from: '2011-10-01',
      value: {
        kinds: ['questioning', 'interrogation', 'continued-questioning', 'identification'],
        toleranceMinutes: 3,
      },
    },
  ],
  localSettings: [
    { param: 'toleranceMinutes', title: { zh: '容许相差的时间', en: 'Difference that is tolerated' }, unit: 'minute' },
  ],
  limits: {
    zh: '记录结束后才比对，只看办案区房间的门禁和人数统计；人员定位、电台和车辆在相互印证表中另行显示，不据以产生线索。刷卡设备失效的时段不作判断。矛盾也可能出自记录时刻写错、忘记刷卡。',
    en: 'Compared once the record has ended, and with doors and counters of the room only; positions, radio and cars are shown in the matrix and open no finding. Says nothing of times when the reader was down. A wrong time in the record or a badge left on the desk looks the same.',
  },
  shipsOff: {
    zh: '没有条文规定记录与感知设备不一致本身即为违规；属本局自定的核查线索，由本局决定是否启用。',
    en: 'No article makes a difference between record and sensors a breach in itself; the bureau decides whether it wants this lead.',
  },
  consumes: [...recordKinds, 'room.counted', ...doorKinds, ...sensorKinds],
  keeps: told,
  subject: actsOf(() => true),
  judge(file, { kinds, toleranceMinutes }, { now, register }) {
    const entries = entriesOf(file as CaseFile<Told>)
    const begun = (file as readonly { readonly kind: ObservationKind; readonly data: object }[]).find(
      (s) => s.kind === 'act.started',
    )
    const act = begun && (begun.data as { readonly act: string }).act
    const claim: Claim | undefined = act === undefined ? undefined : claimOf(act, entries)
    if (!claim || claim.to === undefined || claim.room === null || !kinds.includes(claim.kind)) return undefined
    const counts = all(file as CaseFile<Told>, 'room.counted').map((s) => ({
      seq: s.seq,
      at: s.at,
      people: s.data.people,
    }))
    const toleranceMs = minutes(toleranceMinutes)
    // Only its own room: a rule is asked with every passage of a door, and looking through a whole house would cost.
    const options = { now, toleranceMs, rooms: [claim.room] }
    const matrix = corroborate(claim, sourcesOf(claim, register, { fixes: [], handovers: [], counts }, options))
    const against = matrix.cells.filter((c) => c.says === 'contradicts')
    if (against.length === 0)
      // Passages that are no longer held have taken nothing back.
      return matrix.cells.some((c) => c.because === 'forgotten') ? { missing: 'passages' } : undefined
    return {
      since: claim.from,
      seen: [claim.seqs, ...against.map((c) => c.seqs)],
      unit: register.custody.room(claim.room)?.unit ?? claim.unit,
      officers: [...new Set(claim.parts.map((p) => p.officer))],
      facts: {
        act: claim.act,
        room: claim.room,
        sources: [...new Set(against.map((c) => c.source))].join(', '),
        because: [...new Set(against.map((c) => c.because))].join(', '),
      },
    }
  },
})
