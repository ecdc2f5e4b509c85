import { detentionHouseRules, unread } from '../patterns/elsewhere.ts'
import { detentionHouses } from '../patterns/enactments.ts'
import { staffed } from '../patterns/staffing.ts'

export const houseStaff = staffed({
  id: 'detention.house-staff',
  title: {
    zh: '看守所值班区值班民警不足二人',
    en: 'Fewer than two police officers on duty in a zone of the detention house',
  },
  grade: 'A',
  citations: [
    detentionHouses('第十六条', '看守所实行二十四小时值班制度。值班人员应当坚守岗位，随时巡视监房。'),
    detentionHouseRules('第十六条', '每一值班区域每班不少于二名民警。'),
  ],
  params: [{ from: '1991-10-05', value: { least: 2, leader: false } }],
  shipsOff: unread,
  limits: {
    zh: '以各值班区的值班登记为准；睡岗、饮酒由视频和酒精检测另查。',
    en: 'Goes by the duty record of each zone; sleeping and drinking are for video and breath tests.',
  },
  facility: 'detention-house',
})
