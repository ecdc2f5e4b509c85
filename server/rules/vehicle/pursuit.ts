import { z } from 'zod'
import { first, last } from '../patterns/case-file.ts'
import { roadsideNorm } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const grounds = z.enum(['grave-threat', 'violent-suspect', 'order'])

/** 违规追缉 (legal table M, car-pursuit). */
export const pursuit = wrongWhen({
  id: 'vehicle.pursuit',
  title: { zh: '交通警察无法定情形驾车追缉', en: 'Traffic police pursued a vehicle without a ground the norm allows' },
  grade: 'A',
  citations: [
    roadsideNorm(
      '第七十三条',
      '（三）除机动车驾驶人驾车逃跑后可能对公共安全和他人生命安全有严重威胁以外，交通警察不得驾驶机动车追缉，可采取通知前方执勤交通警察堵截，或者记下车号，事后追究法律责任等方法进行处理；',
    ),
    roadsideNorm('第五十九条', '交通警察接受堵截任务后，应当迅速赶往指定地点，并按照预案实施堵截。'),
  ],
  paramSchema: z.object({ grounds: z.array(grounds) }),
  params: [{ from: '2009-01-01', value: { grounds: ['grave-threat', 'violent-suspect', 'order'] } }],
  limits: {
    zh: '只看登记为追缉的；没有登记的追逐要从位置、车速看。登记的理由是否属实看不到；没有写明理由的不作判断，须立即核查。',
    en: 'Only what was entered as a pursuit; one that nobody entered shows in positions and speed. Whether the ground entered is true it cannot see; without one it does not judge, and is to be asked about at once.',
  },
  consumes: ['pursuit.started', 'pursuit.ended'],
  subject: ({ data }) => data.pursuit,
  judge(file, law) {
    const started = last(file, 'pursuit.started')
    if (!started?.data.traffic) return undefined
    const { ground } = started.data
    if (ground === null) return { missing: 'pursuit.started ground' }
    if ((law.grounds as readonly string[]).includes(ground)) return undefined
    const ended = first(file, 'pursuit.ended')
    return {
      since: first(file, 'pursuit.started')!.at,
      seen: [started, ...(ended ? [ended] : [])],
      unit: started.data.unit,
      officers: started.data.officers,
      carrier: started.data.carrier,
      facts: {
        pursuit: started.data.pursuit,
        carrier: started.data.carrier,
        until: ended?.at ?? null,
        outcome: ended?.data.outcome ?? null,
      },
    }
  },
})
