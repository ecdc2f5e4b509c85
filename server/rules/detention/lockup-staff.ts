import { lockupRules, unread } from '../patterns/elsewhere.ts'
import { lockups } from '../patterns/enactments.ts'
import { staffed } from '../patterns/staffing.ts'

export const lockupStaff = staffed({
  id: 'detention.lockup-staff',
  title: {
    zh: '拘留所值班民警不足二人或者没有所领导带班',
    en: 'Fewer than two police officers on duty in the lock-up, or no leader',
  },
  grade: 'B',
  citations: [
    lockups('第十四条', '拘留所应当建立值班巡视制度和突发事件应急机制。'),
    lockupRules('第二十七条', '拘留所由所领导带班，每班不少于二名民警值班。'),
  ],
  params: [{ from: '2012-12-14', value: { least: 2, leader: true } }],
  shipsOff: unread,
  limits: {
    zh: '以值班登记为准，登记以外是否在岗由岗位规则和视频核查。',
    en: 'Goes by the duty record; whether they are at their posts is for the rules on posts and for video.',
  },
  facility: 'lockup',
})
