import { z } from 'zod'
import { roadsideNorm } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { bySite, roadsideKinds, wrongSetup } from '../patterns/roadside.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const either = z.object({ officers: z.number(), withHelpers: z.object({ officers: z.number(), helpers: z.number() }) })
const roads = z.array(z.enum(['highway', 'expressway', 'urban-expressway', 'urban-main', 'urban-other']))

/** 公路执勤人数 (legal table M, car-roadside-norm). */
export const roadsideStaffing = wrongWhen({
  id: 'vehicle.roadside-staffing',
  title: { zh: '道路执勤人数不足', en: 'Too few traffic police on duty at the roadside' },
  grade: 'B',
  citations: [
    roadsideNorm(
      '第七十条',
      '在城市快速路、主干道及公路上执勤应当由两名以上交通警察或者由一名交通警察带领两名以上交通协管员进行。',
    ),
    roadsideNorm(
      '第七十二条',
      '（一）在公路、城市快速路上执勤，应当由三名（含）以上交通警察或者两名交通警察和两名（含）以上交通协管员进行；',
    ),
  ],
  paramSchema: z.object({ usual: either.extend({ roads }), poor: either.extend({ roads }) }),
  params: [
    {
      from: '2009-01-01',
      value: {
        usual: {
          officers: 2,
          withHelpers: { officers: 1, helpers: 2 },
          roads: ['highway', 'expressway', 'urban-expressway', 'urban-main'],
        },
        poor: {
          officers: 3,
          withHelpers: { officers: 2, helpers: 2 },
          roads: ['highway', 'expressway', 'urban-expressway'],
        },
      },
    },
  ],
  limits: {
    zh: '以设点登记的人员为准，实际到场人数看不到；天气、夜间是否属于能见度低由登记写明。登记为交通警察的辅警不计入交通警察。',
    en: 'Goes by who was entered for the site, not by who was there; whether conditions were poor is as entered. An auxiliary entered as police does not count as one.',
  },
  consumes: roadsideKinds,
  subject: bySite,
  judge(file, { usual, poor }, { register }) {
    const police = (officers: readonly string[]) => officers.filter((o) => !isAuxiliary(register, o))
    const found = wrongSetup(file, ({ data }) => {
      const law = data.poorConditions && poor.roads.includes(data.road) ? poor : usual
      if (!law.roads.includes(data.road)) return false
      const officers = police(data.officers).length
      const helpers = data.helpers.length + data.officers.length - officers
      return officers < law.officers && !(officers >= law.withHelpers.officers && helpers >= law.withHelpers.helpers)
    })
    if (!found) return undefined
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
        officersThere: police(data.officers).length,
        helpersThere: data.helpers.length,
        least: (data.poorConditions && poor.roads.includes(data.road) ? poor : usual).officers,
      },
    }
  },
})
