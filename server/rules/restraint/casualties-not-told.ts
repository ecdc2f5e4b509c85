import { z } from 'zod'
import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { restraintsAndWeapons } from '../patterns/enactments.ts'
import { limitSchema } from '../patterns/limit.ts'

export const casualtiesNotTold = deedWithin({
  id: 'restraint.casualties-not-told',
  title: {
    zh: '使用武器造成伤亡，接到报告后未及时通知检察院和家属',
    en: 'Procuratorate and family were not told in good time of casualties from the use of a weapon',
  },
  grade: 'A',
  citations: [
    restraintsAndWeapons(
      '第十二条',
      '当地公安机关或者该人民警察所属机关接到报告后，应当及时进行勘验、调查，并及时通知当地人民检察院。',
    ),
    restraintsAndWeapons('第十二条', '应当将犯罪分子或者无辜人员的伤亡情况，及时通知其家属或者其所在单位。'),
  ],
  paramSchema: limitSchema.extend({ tell: z.array(z.array(z.enum(['procuratorate', 'family', 'employer']))) }),
  params: [
    { from: '1996-01-16', value: { amount: 24, unit: 'hour', tell: [['procuratorate'], ['family', 'employer']] } },
  ],
  localSettings: [
    { param: 'amount', title: { zh: '“及时”通知的时间', en: 'What "in good time" means for telling' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律只说“及时”，小时数是本地设定；自报告登记起算，检察院和家属（单位）都通知到才算。勘验、调查由人核查。',
    en: 'The law says "in good time"; the hours are a local setting. Counts from the recorded report until both the procuratorate and the family or employer were told. The examination of the scene is for people to check.',
  },
  consumes: ['force.used', 'force.reported', 'notice.given'],
  subject: (o) =>
    o.kind === 'notice.given'
      ? ['procuratorate', 'family', 'employer'].includes(o.data.to)
        ? o.data.about
        : undefined
      : o.kind === 'force.used' && !(o.data.kind === 'firearm' && o.data.casualties)
        ? undefined
        : o.data.use,
  begins(file) {
    const used = first(file, 'force.used')
    const reported = first(file, 'force.reported')
    return used && reported && { at: reported.at, seen: [used, reported], unit: reported.data.unit }
  },
  done(file, _, { paramsAt }) {
    const tell = paramsAt(file[0]!.at)?.tell ?? []
    const told = tell.flatMap((to) => all(file, 'notice.given').find((n) => to.some((t) => t === n.data.to)) ?? [])
    const last = told.toSorted((a, b) => a.at - b.at).at(-1)
    return last && told.length === tell.length ? { at: last.at, seen: told } : undefined
  },
})
