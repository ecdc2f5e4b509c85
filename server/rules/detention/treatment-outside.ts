import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { lockups } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const treatmentOutside = wrongWhen({
  id: 'detention.treatment-outside',
  title: {
    zh: '被拘留人出所治疗未经所长批准或者没有人民警察管理',
    en: 'Treatment outside the lock-up without the director’s approval or without police',
  },
  grade: 'A',
  citations: [lockups('第十八条', '被拘留人患病需要出所治疗的，由拘留所所长批准，并派人民警察管理；')],
  paramSchema: z.object({ approvers: ranks, least: z.number() }),
  params: [{ from: '2012-04-01', value: { approvers: ['facility-director', ...bureauChiefs], least: 1 } }],
  limits: {
    zh: '以出所登记的批准人职务和带出人员为准，辅警不计；紧急送医后补登记的，由人核查。',
    en: 'Goes by the approver and the escort on the record, auxiliaries not counted; an emergency registered afterwards is for people to check.',
  },
  consumes: ['custody.taken-out'],
  subject: ({ data }) => (data.facilityKind === 'lockup' && data.purpose === 'treatment' ? data.outing : undefined),
  judge(file, { approvers, least }, { register }) {
    const out = first(file, 'custody.taken-out')
    if (!out) return undefined
    const { rank, officers, facility, person } = out.data
    const police = officers.filter((o) => !isAuxiliary(register, o)).length
    const approved = rank !== null && approvers.includes(rank)
    if (approved && police >= least) return undefined
    return { since: out.at, seen: [out], unit: facility, officers, facts: { approved, rank, police, person } }
  },
})
