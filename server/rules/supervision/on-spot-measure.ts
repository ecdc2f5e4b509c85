import type { DataOf } from '../../domain/observation/index.ts'
import { first } from '../patterns/case-file.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

type Taken = DataOf<'on-site.measure-taken'>

/** What each measure may be taken for; to put right what is wrong needs no ground of its own. */
const grounds: Readonly<Record<Exclude<Taken['measure'], 'corrected'>, readonly Taken['ground'][]>> = {
  'weapon-held': ['misuse'],
  'restraint-held': ['misuse'],
  'vehicle-held': ['misuse'],
  'insignia-held': ['misuse'],
  removed: ['grave', 'obstruction'],
  other: [],
}

/** 当场处置的种类 (legal table O, du-on-spot). */
export const onSpotMeasure = wrongWhen({
  id: 'supervision.on-spot-measure',
  title: {
    zh: '当场处置的措施或者适用情形不在条例所列之内',
    en: 'A measure was taken on the spot that the regulation does not name, or not for this',
  },
  grade: 'C',
  citations: [
    supervisionRegulation('第十一条', '(一)对违反警容风纪规定的，可以当场予以纠正；'),
    supervisionRegulation(
      '第十一条',
      '(二)对违反规定使用武器、警械以及警用车辆、警用标志的，可以扣留其武器、警械、警用车辆、警用标志；',
    ),
    supervisionRegulation(
      '第十一条',
      '(三)对违法违纪情节严重、影响恶劣的，以及拒绝、阻碍督察人员执行现场督察工作任务的，必要时，可以带离现场。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2011-10-01'),
  limits: {
    zh: '以登记的措施和情形为准；情形是否属实、带离是否必要由人核查。',
    en: 'Goes by the measure and the ground on record; whether the ground was true and removal needed is for people to check.',
  },
  consumes: ['on-site.measure-taken'],
  subject: (o) => o.data.deed,
  judge(file) {
    const taken = first(file, 'on-site.measure-taken')
    if (!taken || taken.data.measure === 'corrected') return undefined
    const { measure, ground, unit, officer } = taken.data
    if (grounds[measure].includes(ground)) return undefined
    return { since: taken.at, seen: [taken], unit, officers: [officer], facts: { measure, ground } }
  },
})
