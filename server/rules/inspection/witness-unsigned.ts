import { z } from 'zod'
import { type ActKind, caseTypes } from '../../domain/observation/act.ts'
import { actOf, actsOf, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings, coverage, explained } from '../patterns/recording.ts'
import { signatures } from '../patterns/signatures.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const criminal: readonly ActKind[] = ['scene-investigation', 'inspection', 'body-check', 'identification', 'seizure']
const publicOrder: readonly ActKind[] = ['inspection', 'body-check', 'seizure']
/** Which records a witness signs. */
const witnessed = (a: { readonly kind: string; readonly caseType: string }): boolean =>
  (a.caseType === 'criminal' ? criminal : a.caseType === 'public-order' ? publicOrder : []).some((k) => k === a.kind)

const schema = continuity.extend({ caseTypes: z.array(z.enum(caseTypes)) })

export const witnessUnsigned = wrongWhen({
  id: 'inspection.witness-unsigned',
  title: {
    zh: '勘验、检查、辨认、扣押笔录没有见证人签名',
    en: 'No witness signed the record of a scene, a check, an identification or a seizure',
  },
  grade: 'C',
  citations: [
    criminalProcedureLaw('第一百三十三条', '勘验、检查的情况应当写成笔录，由参加勘验、检查的人和见证人签名或者盖章。'),
    criminalProcedure(
      '第一百九十四条',
      '公安机关开展勘验、检查、搜查、辨认、查封、扣押等侦查活动，应当邀请有关公民作为见证人。',
    ),
    criminalProcedure(
      '第一百九十四条',
      '确因客观原因无法由符合条件的人员担任见证人的，应当对有关侦查活动进行全程录音录像，并在笔录中注明有关情况。',
    ),
    criminalProcedure(
      '第二百一十六条',
      '勘查现场，应当拍摄现场照片、绘制现场图，制作笔录，由参加勘查的人和见证人签名。',
    ),
    criminalProcedure(
      '第二百二十九条',
      '查封、扣押的情况应当制作笔录，由侦查人员、持有人和见证人签名。对于无法确定持有人或者持有人拒绝签名的，侦查人员应当在笔录中注明。',
    ),
    criminalProcedure('第二百六十二条', '对辨认经过和结果，应当制作辨认笔录，由侦查人员、辨认人、见证人签名。'),
    publicOrder2025(
      '第一百零四条',
      '检查的情况应当制作检查笔录，由检查人、被检查人和见证人签名、盖章或者按指印；被检查人不在场或者被检查人、见证人拒绝签名的，人民警察应当在笔录上注明。',
    ),
    publicOrder2025(
      '第一百零五条',
      '对扣押的物品，应当会同在场见证人和被扣押物品持有人查点清楚，当场开列清单一式二份，由调查人员、见证人和持有人签名或者盖章，一份交给持有人，另一份附卷备查。',
    ),
    publicOrder2012(
      '第八十八条',
      '检查的情况应当制作检查笔录，由检查人、被检查人和见证人签名或者盖章；被检查人拒绝签名的，人民警察应当在笔录上注明。',
    ),
    publicOrder2012(
      '第八十九条',
      '对扣押的物品，应当会同在场见证人和被扣押物品持有人查点清楚，当场开列清单一式二份，由调查人员、见证人和持有人签名或者盖章，一份交给持有人，另一份附卷备查。',
    ),
  ],
  paramSchema: schema,
  params: [
    { from: '2006-03-01', value: { ...continuityDefaults, caseTypes: ['public-order'] } },
    { from: '2013-01-01', value: { ...continuityDefaults, caseTypes: ['public-order', 'criminal'] } },
  ],
  localSettings: continuitySettings,
  limits: {
    zh: '以笔录签名的登记为准；没有登记由谁签名的不作判断。刑事案件无法由符合条件的人担任见证人、在笔录中注明并全程录音录像的不报；治安案件笔录注明见证人拒绝签名的不报。搜查另有规则，其他行政案件由被检查人或者见证人签名，不看。见证人是否符合条件由人核查。',
    en: 'Goes by the recorded signatures; where they do not say who signed it does not judge. In criminal cases nobody fit to be a witness, noted and recorded throughout, is lawful; in public-order cases a note that the witness refused is. Searches have their own rule; other administrative cases ask for the person or a witness and are left out. Whether a witness may be one is for people to check.',
  },
  consumes: [...recordKinds, ...recorderKinds, ...sensorKinds, 'act.explained'],
  keeps: [...recordKinds, 'act.explained'],
  subject: actsOf(witnessed),
  judge(file, law, { now, register }) {
    const own = file as CaseFile<RecordKind>
    const act = actOf(own)
    const found = signatures(own as CaseFile<'act.signed'>)
    if (!act || !found || !law.caseTypes.includes(act.data.caseType)) return undefined
    const { signed, by, notes } = found
    if (!by) return { missing: 'act.signed signedBy' }
    if (by.has('witness')) return undefined
    const { kind, caseType, unit, officers } = act.data
    const refused = notes.has('witness-refused')
    if (refused && caseType === 'public-order') return undefined
    if (caseType === 'criminal' && (refused || explained(file as CaseFile<RecordKind | 'act.explained'>))) {
      const recorded = coverage(own, register.custody, now, law)
      if (recorded.is === 'whole') return undefined
      if (recorded.is === 'growing') return { dueAt: recorded.dueAt, startedAt: recorded.from }
      if (recorded.is === 'unseen') return { missing: 'recording of the act' }
    }
    const facts = { act: act.data.act, kind, caseType }
    return { since: signed[0]!.at, seen: [act.started, ...signed], unit, officers, facts }
  },
})
