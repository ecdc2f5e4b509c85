import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import {
  anyGround,
  changeWithGround,
  ownLogins,
  waiting,
  waitingDefault,
  waitingSettings,
} from '../patterns/ticket-change.ts'

export const unusualTerminal = changeWithGround({
  id: 'ticket.unusual-terminal',
  title: {
    zh: '在本人平时不用的终端上改动罚单',
    en: 'A ticket was changed at a terminal its user does not usually use',
  },
  grade: 'C',
  citations: [orders],
  paramSchema: waiting.extend({ usualAfterDays: z.number().min(1).max(365) }),
  params: [{ from: '2020-05-01', value: { ...waitingDefault, usualAfterDays: 7 } }],
  localSettings: [
    ...waitingSettings,
    {
      param: 'usualAfterDays',
      title: { zh: '首次使用后视为平时使用的天数', en: 'Days after its first use from which a terminal is usual' },
      unit: 'day',
    },
  ],
  shipsOff: ownLogins,
  limits: {
    zh: '只看须有依据的改动；平时使用的终端以该账号此前的操作日志为准，刚启用的账号和没有登记终端的不可观测。换岗、借调、终端更换由人核查。',
    en: 'Looks at changes that need a ground. What is usual goes by the login’s own log so far; a new login, or one whose terminal is not logged, cannot be observed. A new post, a loan or a replaced terminal is for people to check.',
  },
  of: anyGround,
  ground({ change, audits }, { usualAfterDays }, { tickets }) {
    const used = audits.filter(({ data }) => data.accountOf !== null && data.terminal !== null)
    if (used.length === 0) return { is: 'unseen', unseen: 'whose login it was, and at which terminal' }
    for (const { at, data } of used) {
      const usual = tickets
        .terminalsOf(change.data.system, data.accountOf!)
        .filter(({ first }) => first <= at - days(usualAfterDays))
      if (usual.length === 0) return { is: 'unseen', unseen: 'which terminals the user usually uses' }
      if (!usual.some(({ terminal }) => terminal === data.terminal)) return { is: 'missing', missing: 'usual-terminal' }
    }
    return { is: 'lawful' }
  },
})
