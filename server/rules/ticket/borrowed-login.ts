import { orders } from '../basis.ts'
import {
  anyGround,
  changeWithGround,
  ownLogins,
  waiting,
  waitingDefault,
  waitingSettings,
} from '../patterns/ticket-change.ts'

export const borrowedLogin = changeWithGround({
  id: 'ticket.borrowed-login',
  title: {
    zh: '使用他人账号改动罚单',
    en: 'A ticket was changed under somebody else’s login',
  },
  grade: 'B',
  citations: [orders],
  paramSchema: waiting,
  params: [{ from: '2020-05-01', value: waitingDefault }],
  localSettings: waitingSettings,
  shipsOff: ownLogins,
  limits: {
    zh: '只看须有依据的改动，依据是否齐备不论；操作人以系统用证卡、人脸或者指纹认出的人为准，认不出人或者没有登记账号归属的，不可观测。是否经授权代为录入由人核查。',
    en: 'Looks at changes that need a ground, whether or not they have it. Who sat there goes by card, face or fingerprint; where nobody was recognised or the owner of the login is not on record it cannot be observed. Whether the typing was authorised is for people to check.',
  },
  of: anyGround,
  ground({ audits }) {
    const known = audits.filter(({ data }) => data.officer !== null && data.accountOf !== null)
    if (known.length === 0) return { is: 'unseen', unseen: 'who sat at the terminal, and whose login it was' }
    const borrowed = known.some(({ data }) => data.officer !== data.accountOf)
    return borrowed ? { is: 'missing', missing: 'own-login' } : { is: 'lawful' }
  },
})
