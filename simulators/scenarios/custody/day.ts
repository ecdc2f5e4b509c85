import type { CustodyScenario } from './scenario.ts'
import { rooms, tell, type Who } from './scene.ts'
import { stop } from './stop.ts'
import { summons } from './summons.ts'

const day = '2026-03-10'
const who = (n: number): Who => ({ person: `d${n}`, stay: `ds${n}`, measure: `dm${n}`, act: `da${n}`, case: `dx${n}` })

/**
 * A day in the case area for a demonstration: several people at once, most of it lawful. One person is kept past
 * eight hours, one officer is alone on a dead microphone, one family hears nothing.
 */
export const caseAreaDay: CustodyScenario = {
  id: 'case-area-day',
  title: { zh: '办案区一日', en: 'A day in the case area' },
  steps: [
    ...summons({ day, who: who(1), meals: ['12:00', '17:30'], depart: '17:40' }),
    ...stop({ day, who: { ...who(2), case: null } }),
    ...summons({
      day,
      who: who(3),
      room: rooms.otherInterrogation,
      officers: ['P05'],
      notifiedAt: null,
      depart: '13:30',
      plus: [
        { at: `${day} 10:00`, do: 'lose', room: rooms.otherInterrogation, what: 'sound' },
        { at: `${day} 10:20`, do: 'regain', room: rooms.otherInterrogation, what: 'sound' },
        { at: `${day} 11:00`, do: 'cabinet', officer: 'P05', item: 'cuffs-07', kind: 'handcuffs', action: 'Taken' },
        { at: `${day} 11:20`, do: 'cabinet', officer: 'P05', item: 'cuffs-07', kind: 'handcuffs', action: 'PutBack' },
      ],
    }),
    tell(`${day} 08:20`, 'case.accepted', {
      case: 'dx1',
      unit: 'station-chengdong',
      type: 'public-order',
      acceptedBy: 'P01',
    }),
  ],
  until: `${day} 20:00`,
  expects: [
    { rule: 'questioning.one-officer', since: `${day} 10:00` },
    { rule: 'questioning.unrecorded', since: `${day} 10:00` },
    { rule: 'questioning.notify-family', since: `${day} 12:50` },
    { rule: 'questioning.time-limit', since: `${day} 17:00` },
  ],
}
