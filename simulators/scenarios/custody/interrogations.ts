import { crime } from './crime.ts'
import { type CustodyScenario, pair } from './scenario.ts'
import { rooms, second, tell } from './scene.ts'
import { summons } from './summons.ts'

const days = { day: '2026-03-02', next: '2026-03-03', third: '2026-03-05' }
const until = '2026-03-06 00:00'
const minor = { birthDate: '2010-06-01' }
const girl = { ...minor, sex: 'female' }
const guardian = [{ as: 'guardian', sex: 'female' }]
const lawyer = [...guardian, { as: 'lawyer', sex: 'male' }]
const sign = [{ as: 'sign-language', sex: 'female' }]
const sound = { room: rooms.interrogation, what: 'sound' } as const
const held = (count: number) =>
  tell('2026-03-02 14:00', 'lineup.held', {
    act: 'a1-line-up',
    caseType: 'criminal',
    unit: 'station-chengdong',
    of: 'person-photos',
    count,
  })

/** 讯问. */
export const interrogationScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'interrogation-one-investigator',
    zh: '一名侦查人员讯问犯罪嫌疑人，全程录像也不例外',
    en: 'One investigator at an interrogation: a recording makes no exception',
    wrong: crime({ ...days, officers: ['P01'] }),
    right: crime(days),
    until,
    expects: [['interrogation.two-investigators', '2026-03-02 09:30']],
  }),
  ...pair({
    id: 'interrogation-unrecorded',
    zh: '重大案件讯问没有录音录像',
    en: 'A grave case interrogated without a recording',
    wrong: crime({ ...days, recorded: null }),
    right: crime(days),
    until,
    expects: [['interrogation.unrecorded', '2026-03-02 09:29']],
  }),
  ...pair({
    id: 'interrogation-sound-lost',
    zh: '讯问录音中断',
    en: 'The sound breaks off during an interrogation',
    wrong: crime({
      ...days,
      plus: [
        { at: '2026-03-02 10:00', do: 'lose', ...sound },
        { at: '2026-03-02 10:10', do: 'regain', ...sound },
      ],
    }),
    right: crime({
      ...days,
      plus: [
        { at: '2026-03-02 11:01', do: 'lose', ...sound },
        { at: '2026-03-02 11:05', do: 'regain', ...sound },
      ],
    }),
    until,
    expects: [['interrogation.recording-broken', '2026-03-02 10:00']],
  }),
  ...pair({
    id: 'interrogation-minor-alone',
    zh: '讯问未成年犯罪嫌疑人，法定代理人未到场',
    en: 'A suspect of fifteen interrogated without a guardian',
    wrong: crime({ ...days, person: minor }),
    right: crime({ ...days, person: minor, attendees: lawyer }),
    until,
    expects: [
      ['interrogation.minor-without-guardian', '2026-03-02 09:30'],
      ['interrogation.minor-without-guardian', '2026-03-03 09:00'],
    ],
  }),
  ...pair({
    id: 'interrogation-girl-by-men',
    zh: '讯问女性未成年犯罪嫌疑人没有女工作人员',
    en: 'A girl interrogated with no woman on the staff',
    wrong: crime({ ...days, person: girl, attendees: [{ as: 'guardian', sex: 'male' }] }),
    right: crime({ ...days, person: girl, officers: ['P05', 'P02'], visitors: ['P05', 'P02'], attendees: guardian }),
    until,
    expects: [
      ['interrogation.girl-without-woman', '2026-03-02 09:30'],
      ['interrogation.girl-without-woman', '2026-03-03 09:00'],
    ],
  }),
  ...pair({
    id: 'interrogation-deaf-without-interpreter',
    zh: '讯问聋哑人没有通晓手势的人参加',
    en: 'A deaf suspect interrogated without sign language',
    wrong: crime({ ...days, person: { deaf: true } }),
    right: crime({ ...days, person: { deaf: true }, attendees: sign }),
    until,
    expects: [
      ['interrogation.interpreter', '2026-03-02 09:30'],
      ['interrogation.interpreter', '2026-03-03 09:00'],
    ],
  }),
  ...pair({
    id: 'interrogation-in-an-office',
    zh: '在办公室讯问',
    en: 'Interrogated in an office',
    wrong: crime({ ...days, place: 'police-premises' }),
    right: crime(days),
    until,
    expects: [['interrogation.place', '2026-03-02 09:30']],
  }),
  ...pair({
    id: 'interrogation-rights-untold',
    zh: '第一次讯问未告知诉讼权利',
    en: 'Rights not told at the first interrogation',
    wrong: crime({ ...days, rightsTold: false }),
    right: crime(days),
    until,
    expects: [['interrogation.rights-first', '2026-03-02 10:50']],
  }),
  ...pair({
    id: 'same-officer-in-two-records',
    zh: '同一民警同时签在讯问和询问两份笔录上，门禁证明其不在场',
    en: 'One officer signs two records of the same hour, and the doors show that he was not there',
    wrong: [
      ...crime(days),
      ...summons({ day: days.day, who: second, officers: ['P01', 'P25'], badges: ['P25'], caseType: 'administrative' }),
    ],
    right: [
      ...crime(days),
      ...summons({ day: days.day, who: second, officers: ['P26', 'P25'], caseType: 'administrative' }),
    ],
    until,
    expects: [
      ['interrogation.same-officer-twice', '2026-03-02 09:30'],
      ['questioning.one-officer', '2026-03-02 09:20'],
    ],
  }),
  ...pair({
    id: 'line-up-of-six-photographs',
    zh: '照片辨认只有六张',
    en: 'A line-up of six photographs',
    wrong: crime({ ...days, plus: [held(6)] }),
    right: crime({ ...days, plus: [held(10)] }),
    until,
    expects: [['interrogation.lineup-numbers', '2026-03-02 14:00']],
  }),
]
