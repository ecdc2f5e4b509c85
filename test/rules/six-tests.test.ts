import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import { rulebook } from '../../server/rules/index.ts'

/**
 * Every time limit has the same six tests (CONTRIBUTING.md): a helper makes them, or the file has them by hand. What
 * is listed as by hand has them under names of its own.
 */
const families =
  /^(continued-questioning|questioning|inspection|coercive-measure|interrogation|recording|case-area|restraint|detention|release|case|property|discretion|dispatch|body-camera|ticket|patrol|duty|window|roll-call|vehicle|supervision|complaint|petition)\./
const helper = /\bdescribe(Limit|Stretch|Keeping|\w+Limit)\(/

/** Where a limit may be: the patterns that count time, and rules that name an instant of their own. */
const counts =
  /patterns\/(deed-within|answered-within|due-within|request-within|same-day|stay-clock|stretches|kept|case-period|meals|order-within)|dueAt/

/** The six under other names, because the law gives these clocks more than a beginning and an end. */
const byHand: readonly string[] = [
  'continued-questioning.time-limit',
  'continued-questioning.vulnerable-four-hours',
  'questioning.time-limit',
  'coercive-measure.expiry-warning',
  'coercive-measure.delivery-after-arrest',
  'detention.lockup-check',
  'release.not-released-at-expiry',
  'case.materials-asked-late',
  'case.public-order-limit',
  'property.period-over',
  'property.seizure-approval',
  'dispatch.not-moving',
  'dispatch.test-unapproved',
  'patrol.beat-not-patrolled',
  'patrol.stops-too-long',
  'vehicle.tracker-silent',
  'roll-call.cycle-not-held',
  'duty.conference-absent',
  'duty.handover',
  'duty.handover-held',
  'duty.leader-absent',
  'duty.leaders-away',
  'duty.log-not-written',
  'duty.no-leader-assigned',
  'body-camera.not-uploaded',
  'ticket.alcohol-entered-late',
]

/**
 * What is wrong from the first moment and only shown after seconds or minutes of tolerance: no limit of the law. The
 * tolerance has its tests at and past it.
 */
const tolerances: readonly string[] = [
  'case-area.act-unobserved',
  'case-area.arrival-times-disagree',
  'case-area.claim-contradicted',
  'case-area.co-suspects',
  'case-area.equipment-down-occupied',
  'case-area.mixed-sexes',
  'continued-questioning.two-officers',
  'coercive-measure.arrest-by-two',
  'detention.separation',
  'interrogation.girl-without-woman',
  'interrogation.lineup-officers',
  'interrogation.minor-victim',
  'interrogation.not-individually',
  'interrogation.recording-broken',
  'interrogation.same-officer-twice',
  'interrogation.special-unrecorded',
  'interrogation.two-investigators',
  'interrogation.unrecorded',
  'questioning.auxiliary-tasks',
  'questioning.not-individually',
  'questioning.one-officer',
  'questioning.remote-unrecorded',
  'questioning.unrecorded',
  'inspection.on-the-spot-unrecorded',
  'inspection.on-the-spot-penalty',
  'inspection.search-without-witness',
  'inspection.witness-unsigned',
  // A claim is compared with positions that may still come.
  'dispatch.arrival-contradicted',
  // Whether an offence was barred when it was decided: nobody's clock runs, the day is reckoned backwards.
  'case.time-barred',
  // Wrong from the day the law changed; before, the rule only waits for that day.
  'discretion.stale-band',
  // How long an entry, a ground, a number or a row that is missing may still come: settings of the bureau, no law's limit.
  'duty.handover-count',
  'property.ledger',
  'roll-call.excuse-without-leave',
  'ticket.before-image-missing',
  'ticket.downgraded-at-roadside',
  'ticket.serial-gap',
  'ticket.stream-gap',
]

const sourceOf = (id: string): string => fs.readFileSync(`server/rules/${id.replace('.', '/')}.ts`, 'utf8')
const testOf = (id: string): string => fs.readFileSync(`test/rules/${id.replace('.', '/')}.test.ts`, 'utf8')
const limited = rulebook.filter((rule: AnyRule) => families.test(rule.id) && counts.test(sourceOf(rule.id)))

describe('a time limit has its six tests', () => {
  it('finds the rules that count time', () => expect(limited.length).toBeGreaterThan(150))
  it.each(limited.map((rule) => rule.id))('%s', (id) => {
    const made = helper.test(testOf(id))
    expect(made || byHand.includes(id) || tolerances.includes(id), `no six tests in test/rules/${id}`).toBe(true)
  })
  it('lists nothing by hand that a helper makes, or that is no rule', () => {
    const known = new Set(rulebook.map((rule) => rule.id))
    expect([...byHand, ...tolerances].filter((id) => !known.has(id))).toEqual([])
    expect(byHand.filter((id) => helper.test(testOf(id)))).toEqual([])
  })
  it.each(byHand)('%s has at least six by hand', (id) => {
    expect((testOf(id).match(/\bit(\.each)?\(/g) ?? []).length).toBeGreaterThanOrEqual(5)
  })
})
