import { z } from 'zod'
import { roadsideNorm } from '../patterns/enactments.ts'
import { bySite, roadsideKinds, type Setup, wrongSetup } from '../patterns/roadside.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const paramSchema = z.object({
  usualMetres: z.number(),
  poorMetres: z.number(),
  poorExpresswayMetres: z.number(),
  carMetres: z.number(),
})
type Law = z.infer<typeof paramSchema>

/** 公路执勤的警示标志 (legal table M, car-roadside-norm). */
export const roadsideSigns = wrongWhen({
  id: 'vehicle.roadside-signs',
  title: {
    zh: '设点执勤的警示标志、警车停放不合要求',
    en: 'Warning signs or the police car at a roadside site are too near',
  },
  grade: 'B',
  citations: [
    roadsideNorm(
      '第七十条',
      '在距执勤点至少二百米处开始摆放发光或者反光的警告标志、警示灯，间隔设置减速提示标牌、反光锥筒等安全防护设备。',
    ),
    roadsideNorm('第七十一条', '并根据道路限速，将警车停在处置地点来车方向五十至二百米以外。'),
    roadsideNorm(
      '第七十二条',
      '（二）需要在公路上设点执勤，应当在距执勤点至少五百米处开始摆放发光或者反光的警告标志、警示灯，',
    ),
    roadsideNorm(
      '第七十二条',
      '在高速公路上应当将执勤点设在收费站或者服务区、停车区，并在至少两公里处开始摆放发光或者反光的警告标志、警示灯，',
    ),
  ],
  paramSchema,
  params: [
    {
      from: '2009-01-01',
      value: { usualMetres: 200, poorMetres: 500, poorExpresswayMetres: 2000, carMetres: 50 },
    },
  ],
  limits: {
    zh: '以设点登记的距离为准，没有量过的不作判断；警车停放只看最近的五十米，随限速加大的距离由人核查。',
    en: 'Goes by the distances entered; what was not measured is not judged. Of the car only the least distance is looked at; more with a higher limit is for people to check.',
  },
  consumes: roadsideKinds,
  subject: bySite,
  judge(file, law) {
    const found = wrongSetup(file, (setup) => wrongs(setup, law).length > 0)
    if (!found) {
      const unmeasured = wrongSetup(file, ({ data }) => needed(data, law) !== undefined && data.signsAtM === null)
      return unmeasured && { missing: 'roadside.set-up signsAtM' }
    }
    const { data } = found.setup
    return {
      since: found.since,
      seen: [found.setup],
      unit: data.unit,
      officers: data.officers,
      facts: {
        checkpoint: data.site,
        road: data.road,
        poorConditions: data.poorConditions,
        because: wrongs(found.setup, law).join(','),
        signsAtM: data.signsAtM,
        neededM: needed(data, law) ?? null,
        carAtM: data.carAtM,
      },
    }
  },
})

/** From which distance signs must stand; undefined on roads of which the norm says nothing. */
const needed = ({ road, poorConditions }: Setup['data'], law: Law): number | undefined => {
  if (road === 'urban-other') return undefined
  if (!poorConditions || road === 'urban-expressway' || road === 'urban-main') return law.usualMetres
  return road === 'expressway' ? law.poorExpresswayMetres : law.poorMetres
}

const wrongs = ({ data }: Setup, law: Law): string[] => {
  const least = needed(data, law)
  const onHighway = data.road === 'highway' || data.road === 'expressway'
  return [
    ...(least !== undefined && data.signsAtM !== null && data.signsAtM < least ? ['signs-too-near'] : []),
    ...(onHighway && data.carAtM !== null && data.carAtM < law.carMetres ? ['car-too-near'] : []),
    ...(data.road === 'expressway' && data.poorConditions && data.atTollOrService === false
      ? ['not-at-toll-or-service']
      : []),
  ]
}
