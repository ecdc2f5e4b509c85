import { answeredWithin } from '../patterns/answered-within.ts'
import { detentionHouses } from '../patterns/enactments.ts'

export const houseComplaintForwarded = answeredWithin({
  id: 'release.complaint-forwarded',
  title: {
    zh: '看守所未及时转送上诉、申诉和控告检举材料',
    en: 'The detention house did not forward an appeal or a complaint in good time',
  },
  grade: 'B',
  citations: [
    detentionHouses('第四十六条', '对人犯的上诉书、申诉书，看守所应当及时转送，不得阻挠和扣押。'),
    detentionHouses('第四十六条', '人犯揭发、控告司法工作人员违法行为的材料，应当及时报请人民检察院处理。'),
  ],
  application: 'complaint',
  deed: true,
  facility: 'detention-house',
  params: [{ from: '1990-03-17', value: { amount: 5, unit: 'day' } }],
  localSettings: [{ param: 'amount', title: { zh: '“及时”转送的时间', en: 'What "in good time" means' }, unit: 'day' }],
  limits: {
    zh: '法律只说“及时”，天数是本地设定；以收到和转送的登记时间为准。罪犯控告的处理期限见于未核对的管理办法，由人核查。',
    en: 'The law says "in good time"; the days are a local setting. Goes by the recorded receipt and forwarding. Limits for convicts’ complaints stand in rules that were not checked, and are for people to check.',
  },
})
