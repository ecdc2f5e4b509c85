import { z } from 'zod'
import { caseTypes, type places } from '../../domain/observation/act.ts'
import { actsOf } from '../patterns/acts.ts'
import { first } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** Where what is checked are the things somebody brought along, and no place. */
const ours: readonly (typeof places)[number][] = ['standard-case-area', 'police-premises']

export const withoutCertificate = wrongWhen({
  id: 'inspection.without-certificate',
  title: {
    zh: '检查场所没有出示检查证，又不是可以当场检查的',
    en: 'A place was inspected without showing a certificate, and not where it may be done on the spot',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百零三条',
      '对场所进行检查的，经县级以上人民政府公安机关负责人批准，使用检查证检查；对确有必要立即进行检查的，人民警察经出示人民警察证，可以当场检查，并应当全程同步录音录像。检查公民住所应当出示县级以上人民政府公安机关开具的检查证。',
    ),
    publicOrder2012(
      '第八十七条',
      '检查时，人民警察不得少于二人，并应当出示工作证件和县级以上人民政府公安机关开具的检查证明文件。对确有必要立即进行检查的，人民警察经出示工作证件，可以当场检查，但检查公民住所应当出示县级以上人民政府公安机关开具的检查证明文件。',
    ),
    adminProcedure(
      '第八十二条',
      '检查时，人民警察不得少于二人，并应当出示人民警察证和县级以上公安机关开具的检查证。对确有必要立即进行检查的，人民警察经出示人民警察证，可以当场检查；',
    ),
  ],
  paramSchema: z.object({ caseTypes: z.array(z.enum(caseTypes)) }),
  params: [
    { from: '2006-03-01', value: { caseTypes: ['public-order'] } },
    { from: '2013-01-01', value: { caseTypes: ['public-order', 'administrative'] } },
  ],
  limits: {
    zh: '以记录为准：写明没有出示检查证的才报，没有写明的不作判断。当场检查住所：治安案件法律没有例外，照报；其他行政案件按程序规定第八十二条可以紧急检查，是否紧急由人核查。日常执法监督检查不适用；在公安机关内的检查不是场所检查，不看。',
    en: 'By the record: found where it says that no certificate was shown; where it says nothing, it does not judge. A home on the spot: in public-order cases the statute knows no exception and it is found; in other administrative cases article 82 allows it in an emergency, which is for people to check. Routine supervision of businesses is not meant; what is checked inside police premises is no place.',
  },
  consumes: ['act.started'],
  subject: actsOf((a) => a.kind === 'inspection' && a.caseType !== 'criminal'),
  judge(file, law) {
    const started = first(file, 'act.started')
    if (!started) return undefined
    const { warrant, onTheSpot, caseType, act, place, unit, officers } = started.data
    if (ours.includes(place) || !law.caseTypes.includes(caseType)) return undefined
    if (warrant === null) return { missing: 'act.started warrant' }
    if (warrant || (onTheSpot && (place !== 'home' || caseType !== 'public-order'))) return undefined
    return { since: started.at, seen: [started], unit, officers, facts: { act, place, caseType } }
  },
})
