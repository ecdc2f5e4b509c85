import { first } from '../patterns/case-file.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 督察标志、证件 (legal table O, du-two-inspectors). */
export const withoutSign = wrongWhen({
  id: 'supervision.without-sign',
  title: {
    zh: '督察人员未佩带督察标志、未出示督察证件',
    en: 'Supervision acted without wearing its sign or showing its certificate',
  },
  grade: 'C',
  citations: [supervisionRegulation('第十七条', '督察人员执行督察任务，应当佩带督察标志或者出示督察证件。')],
  paramSchema: noNumber,
  params: inForceFrom('2011-10-01'),
  limits: {
    zh: '只看当场处置的登记；没有写明的不作判断，没有当场处置的督察看不到。',
    en: 'Looks at measures taken on the spot only, where the record says so; an inspection without one is invisible.',
  },
  consumes: ['on-site.measure-taken'],
  subject: (o) => o.data.deed,
  judge(file) {
    const taken = first(file, 'on-site.measure-taken')
    if (taken?.data.identified !== false) return undefined
    return { since: taken.at, seen: [taken], unit: null, officers: taken.data.inspectors }
  },
})
