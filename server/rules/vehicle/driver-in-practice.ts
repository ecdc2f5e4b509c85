import { z } from 'zod'
import { addMonths } from '../../domain/calendar.ts'
import { chinaDay, days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { byDriving, drivingKinds } from '../patterns/driving.ts'
import { roadSafetyRegulation } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 实习期内驾驶警车 (legal table M, car-driver). */
export const driverInPractice = wrongWhen({
  id: 'vehicle.driver-in-practice',
  title: { zh: '驾驶证实习期内驾驶警车', en: 'A police vehicle was driven in the first year of a driving licence' },
  grade: 'B',
  citations: [
    roadSafetyRegulation('第二十二条', '机动车驾驶人初次申领机动车驾驶证后的12个月为实习期。'),
    roadSafetyRegulation(
      '第二十二条',
      '机动车驾驶人在实习期内不得驾驶公共汽车、营运客车或者执行任务的警车、消防车、救护车、工程救险车以及载有爆炸物品、易燃易爆化学物品、剧毒或者放射性等危险物品的机动车；',
    ),
  ],
  paramSchema: z.object({ practiceMonths: z.number().positive() }),
  params: [{ from: '2004-05-01', value: { practiceMonths: 12 } }],
  limits: {
    zh: '以驾驶人档案和车上的驾驶人识别为准；没有档案的不作判断。条文所指为执行任务的警车，当时是否执行任务由人核查。',
    en: 'Goes by the drivers’ file and by who was recognised at the wheel; without a file it does not judge. The article speaks of police vehicles on a task; whether it was on one is for people to check.',
  },
  consumes: drivingKinds,
  subject: byDriving,
  keeps: ['vehicle.driven-by'],
  judge(file, { practiceMonths }, { register }) {
    const driven = all(file, 'vehicle.driven-by')
    if (driven.length === 0) return undefined
    const { officer } = driven[0]!.data
    const known = register.duty.driver(officer)
    const { licensedOn, practiceUntil } = known?.data ?? {}
    if (!known || (!licensedOn && !practiceUntil)) return { missing: 'driver.registered licensedOn' }
    // 24:00 of the last day.
    const until = practiceUntil ? chinaDay(practiceUntil) + days(1) : addMonths(chinaDay(licensedOn!), practiceMonths)
    const since = licensedOn ? chinaDay(licensedOn) : Number.NEGATIVE_INFINITY
    const first = driven.find((d) => d.at >= since && d.at < until)
    if (!first) return undefined
    return {
      since: first.at,
      seen: [first, [known.seq]],
      unit: register.unitOf(`vehicle/${first.data.vehicle}`) ?? register.unitOf(`officer/${officer}`),
      officers: [officer],
      carrier: `vehicle/${first.data.vehicle}`,
      facts: { vehicle: first.data.vehicle, officer, practiceUntil: until, source: first.data.source },
    }
  },
})
