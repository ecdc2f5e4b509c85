import type { Grade } from '../domain/finding.ts'
import type { Instant } from '../domain/time.ts'
import { may, ownUnitOnly, type Permission, type Role } from './roles.ts'
import type { FindingAction, FindingView, Text } from './views.ts'

/** The person who acts, as far as a rule about acting needs to know. */
export interface Actor {
  readonly name: string
  readonly role: Role
  readonly unit: string | null
}

/** A claim whose holder did nothing on the finding for this long is stale (amber) and may be taken over. */
export const CLAIM_GRACE_MS = 10 * 60_000
/** The longest a finding of each grade may be shelved at once. */
export const SHELVE_MAX_MINUTES: Readonly<Record<Grade, number>> = { A: 60, B: 480, C: 1440 }
/** A finding that comes back within this time of its end keeps its acknowledgement: a flicker is not a new alarm. */
export const REALARM_AFTER_MS = 10 * 60_000

/** In the order in which a card offers them. */
export const findingActions = [
  'acknowledge',
  'claim',
  'release',
  'confirm-dismissal',
  'refuse-dismissal',
  'confirm-shelving',
  'refuse-shelving',
  'unshelve',
  'verify',
  'close',
  'dismiss',
  'shelve',
  'note',
] as const satisfies readonly FindingAction[]

export const permissionByAction: Readonly<Record<FindingAction, Permission>> = {
  acknowledge: 'findings.work',
  claim: 'findings.work',
  release: 'findings.work',
  shelve: 'findings.work',
  'confirm-shelving': 'findings.work',
  'refuse-shelving': 'findings.work',
  unshelve: 'findings.work',
  note: 'findings.work',
  verify: 'findings.work',
  close: 'findings.work',
  dismiss: 'findings.dismiss',
  'confirm-dismissal': 'findings.dismiss',
  'refuse-dismissal': 'findings.dismiss',
}

/** Why not, and what would be right. */
export interface Objection {
  readonly error: string
  readonly message: Text
}

export const isClaimStale = (view: FindingView, now: Instant): boolean =>
  view.claimed !== null && now - view.claimed.at >= CLAIM_GRACE_MS

/**
 * The one place that says who may do what with a finding (mission: tiers; console: findings queue).
 * Returns undefined when `user` may do `action` at `now`. The card's buttons and the enforcement both ask here.
 */
export const objectionTo = (
  user: Actor,
  view: FindingView,
  action: FindingAction,
  now: Instant,
): Objection | undefined => objectionOfRank(user, view, action) ?? objectionOfState(user, view, action, now)

/** What `user` may do with the finding at `now`, in the order the card offers it. */
export const actionsFor = (user: Actor, view: FindingView, now: Instant): readonly FindingAction[] =>
  findingActions.filter((action) => objectionTo(user, view, action, now) === undefined)

/** Two persons act on grade A, and neither is from the unit that the finding concerns. */
const needsOutsider: ReadonlySet<FindingAction> = new Set<FindingAction>([
  'dismiss',
  'confirm-dismissal',
  'refuse-dismissal',
  'close',
  'verify',
  'shelve',
  'confirm-shelving',
])

const objectionOfRank = (user: Actor, view: FindingView, action: FindingAction): Objection | undefined => {
  const { grade, concerns } = view.finding
  if (!may(user.role, permissionByAction[action]))
    return no('not-permitted', '您的角色不能执行此操作。', 'Your role may not do this.')
  if (ownUnitOnly.has(user.role)) {
    if (user.unit === null || concerns.unit !== user.unit)
      return no('not-permitted', '您只能处理本单位的问题线索。', 'You may act on findings of your own unit only.')
    if (grade !== 'C' && action !== 'note')
      return no(
        'not-permitted',
        '单位负责人只处理丙级（C）问题线索；对此线索可以写说明。',
        'A unit leader decides grade C only; on this one you may write a note.',
      )
  }
  if (grade === 'A' && needsOutsider.has(action) && concerns.unit !== null && user.unit === concerns.unit)
    return no(
      'own-unit',
      '甲级（A）问题线索须由所涉单位以外的人员处理。',
      'Grade A must be decided by people from outside the unit concerned.',
    )
  return undefined
}

const afterClaim: ReadonlySet<FindingAction> = new Set<FindingAction>([
  'shelve',
  'unshelve',
  'verify',
  'close',
  'dismiss',
])
const afterAcknowledgement: ReadonlySet<FindingAction> = new Set<FindingAction>(['shelve', 'verify', 'dismiss'])

const objectionOfState = (
  user: Actor,
  view: FindingView,
  action: FindingAction,
  now: Instant,
): Objection | undefined => {
  if (action === 'note') return undefined
  if (view.status === 'closed' || view.status === 'dismissed')
    return no('finished', '该问题线索已办结，只能追加说明。', 'This finding is finished; only notes can be added.')
  if (afterClaim.has(action) && view.claimed && view.claimed.by !== user.name && !isClaimStale(view, now))
    return no(
      'claimed',
      `该线索由 ${view.claimed.by} 认领；可等其释放，或在其 10 分钟未处理后接管。`,
      `${view.claimed.by} has claimed this finding; wait for a release, or take over after 10 minutes without a step.`,
    )
  if (afterAcknowledgement.has(action) && view.acknowledged === null)
    return no('not-acknowledged', '请先签收该问题线索。', 'Acknowledge the finding first.')
  return stateRules[action]?.(user, view, now)
}

const exonerated = (view: FindingView): boolean => view.verified !== null && view.verified.outcome !== 'substantiated'
const waitsForSecond = (view: FindingView): Objection | undefined =>
  view.status === 'dismissal-proposed'
    ? no(
        'dismissal-proposed',
        '已有排除提议待第二人确认；请先确认或驳回。',
        'A dismissal waits for a second person; confirm or refuse it first.',
      )
    : undefined
const mustNotBeShelved = (view: FindingView): Objection | undefined =>
  view.shelved ? no('shelved', '该线索已搁置；请先取消搁置。', 'The finding is shelved; unshelve it first.') : undefined

const stateRules: Partial<
  Record<FindingAction, (user: Actor, view: FindingView, now: Instant) => Objection | undefined>
> = {
  acknowledge: (_, view) =>
    view.acknowledged
      ? no(
          'already-acknowledged',
          `已由 ${view.acknowledged.by} 签收。`,
          `Already acknowledged by ${view.acknowledged.by}.`,
        )
      : undefined,
  claim: (user, view, now) => {
    if (!view.claimed) return undefined
    if (view.claimed.by === user.name)
      return no('already-claimed', '您已认领该线索。', 'You hold this finding already.')
    return isClaimStale(view, now)
      ? undefined
      : no(
          'claimed',
          `由 ${view.claimed.by} 认领；其 10 分钟未处理后方可接管。`,
          `Claimed by ${view.claimed.by}; it can be taken over after 10 minutes without a step.`,
        )
  },
  release: (user, view) =>
    view.claimed?.by === user.name
      ? undefined
      : no(
          'not-claimed',
          '您没有认领该线索，无从释放。',
          'You do not hold this finding, so there is nothing to release.',
        ),
  shelve: (_, view) =>
    mustNotBeShelved(view) ??
    waitsForSecond(view) ??
    (view.shelvingProposed
      ? no(
          'shelving-proposed',
          '已有搁置提议待第二人确认。',
          'A proposal to shelve it waits for a second person; confirm or refuse that one.',
        )
      : undefined),
  'confirm-shelving': (user, view) => {
    if (!view.shelvingProposed)
      return no('nothing-proposed', '没有待确认的搁置提议。', 'No shelving waits to be confirmed.')
    return view.shelvingProposed.by === user.name
      ? no(
          'same-person',
          '甲级（A）线索的搁置须由另一人确认。',
          'Shelving grade A must be confirmed by another person.',
        )
      : undefined
  },
  'refuse-shelving': (_, view) =>
    view.shelvingProposed
      ? undefined
      : no('nothing-proposed', '没有待确认的搁置提议。', 'No shelving waits to be confirmed.'),
  unshelve: (_, view) =>
    view.shelved ? undefined : no('not-shelved', '该线索没有搁置。', 'The finding is not shelved.'),
  verify: (_, view) => mustNotBeShelved(view) ?? waitsForSecond(view),
  dismiss: (_, view) => mustNotBeShelved(view) ?? waitsForSecond(view),
  'confirm-dismissal': (user, view) => {
    if (view.status !== 'dismissal-proposed' || !view.dismissal)
      return no('nothing-proposed', '没有待确认的排除提议。', 'No dismissal waits to be confirmed.')
    return view.dismissal.proposedBy === user.name
      ? no(
          'same-person',
          '甲级（A）线索的排除须由另一人确认。',
          'Dismissing grade A must be confirmed by another person.',
        )
      : undefined
  },
  'refuse-dismissal': (_, view) =>
    view.status === 'dismissal-proposed'
      ? undefined
      : no('nothing-proposed', '没有待确认的排除提议。', 'No dismissal waits to be confirmed.'),
  close: (_, view) => {
    const first = mustNotBeShelved(view) ?? waitsForSecond(view)
    if (first) return first
    if (!view.verified) return no('not-verified', '请先核查并给出结论。', 'Verify it with an outcome first.')
    if (exonerated(view) && view.finding.grade === 'A')
      return no(
        'two-persons',
        '甲级（A）线索以非属实结论了结须提议排除并由第二人确认。',
        'Ending grade A as anything but substantiated needs a dismissal confirmed by a second person.',
      )
    return view.active && !exonerated(view)
      ? no(
          'still-active',
          '情形仍在持续，消除后方可办结。',
          'The condition still holds; it can be closed once it ended.',
        )
      : undefined
  },
}

const no = (error: string, zh: string, en: string): Objection => ({ error, message: { zh, en } })
