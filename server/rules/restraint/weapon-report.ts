import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { restraintsAndWeapons } from '../patterns/enactments.ts'

export const weaponReport = deedWithin({
  id: 'restraint.weapon-report',
  title: { zh: '使用武器后未书面报告', en: 'The use of a weapon was not reported in writing' },
  grade: 'A',
  citations: [
    restraintsAndWeapons('第十三条', '人民警察使用武器的，应当将使用武器的情况如实向所属机关书面报告。'),
    restraintsAndWeapons('第十二条', '并立即向当地公安机关或者该人民警察所属机关报告。'),
  ],
  params: [{ from: '1996-01-16', value: { amount: 24, unit: 'hour' } }],
  localSettings: [
    { param: 'amount', title: { zh: '书面报告的时间', en: 'Time for the written report' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律没有规定书面报告的时间数，小时数是本地设定；造成伤亡应当立即报告的，由另一规则监督。',
    en: 'The law gives no number for the written report; the hours are a local setting. Casualties are to be reported at once, which another rule watches.',
  },
  consumes: ['force.used', 'force.reported'],
  subject: (o) => (o.kind === 'force.used' && o.data.kind !== 'firearm' ? undefined : o.data.use),
  begins(file) {
    const used = first(file, 'force.used')
    return (
      used && {
        at: used.at,
        seen: [used],
        unit: used.data.unit,
        officers: used.data.officers,
        facts: { casualties: used.data.casualties },
      }
    )
  },
  done: (file) => all(file, 'force.reported').find((r) => r.data.written),
})
