import { finishedCases, openCases, rightCases, wrongCases } from './cases.ts'
import { rightProperty, wrongProperty } from './property.ts'
import type { CaseworkScene } from './scene.ts'

/** A bureau's cases and what it holds of other people's things, on one day: gone wrong, and done as the law asks. */
export const caseworkScenes: readonly CaseworkScene[] = [
  {
    id: 'casework-wrong',
    title: { zh: '案件与涉案财物：超期、越权、脱管', en: 'Cases and property: late, beyond power, out of sight' },
    told: [...finishedCases, ...openCases, ...wrongCases, ...wrongProperty],
    lasts: 40,
    expects: [
      { rule: 'case.decider-power', subject: 'JD-301' },
      { rule: 'case.decision-not-served', subject: 'JD-305' },
      { rule: 'case.edited-after-approval', subject: 'LA-304/处罚审批表/罚款金额' },
      { rule: 'case.hearing-not-told', subject: 'JD-303' },
      { rule: 'case.legal-review', subject: 'JD-303' },
      { rule: 'discretion.outside-band', subject: 'JD-302' },
      { rule: 'property.borrowed-unapproved', subject: 'CW-2' },
      { rule: 'property.handover-late', subject: 'CW-3' },
      { rule: 'property.mismatch', subject: 'CW-5' },
      { rule: 'property.not-returned', subject: 'CW-1' },
      { rule: 'property.seizure-list', subject: 'CW-4' },
    ],
  },
  {
    id: 'casework-right',
    title: { zh: '案件与涉案财物：依法办理', en: 'The same cases and things, handled lawfully' },
    lawfulTwinOf: 'casework-wrong',
    told: [...finishedCases, ...openCases, ...rightCases, ...rightProperty],
    lasts: 40,
    expects: [],
  },
]
export const caseworkSceneById = (id: string): CaseworkScene | undefined => caseworkScenes.find((one) => one.id === id)

export type { CaseworkScene }
