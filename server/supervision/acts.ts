import { randomUUID } from 'node:crypto'
import { type Actor, actionsFor, objectionTo, SHELVE_MAX_MINUTES } from '../contract/actions.ts'
import type { Body, Refusal } from '../contract/http.ts'
import type { FindingAction, FindingDetail, FindingView } from '../contract/views.ts'
import type { Observation } from '../domain/observation/index.ts'
import { type Instant, minutes } from '../domain/time.ts'
import { seesFinding, sightOf } from './access.ts'
import { evidenceOf } from './evidence.ts'
import type { FindingCase } from './finding-case.ts'
import { readFinding } from './finding-table.ts'
import { goneRule, ruleView } from './rulebook-view.ts'
import type { Supervision } from './supervision.ts'

/** A refusal is a value: what was wrong, what would be right, and which HTTP status says so. */
export interface Refused {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  readonly refusal: Refusal
}
export type Outcome<T> = { readonly is: 'done'; readonly value: T } | ({ readonly is: 'refused' } & Refused)

export const refused = (status: Refused['status'], refusal: Refusal): Outcome<never> => ({
  is: 'refused',
  status,
  refusal,
})

const noSuchFinding = refused(404, {
  error: 'no-such-finding',
  message: { zh: '没有这条问题线索，或者您无权查看。', en: 'There is no such finding, or you may not see it.' },
})

/** The body an action came with, checked by the contract's schema of the same name. */
export type ActBody = Partial<
  Body<'shelve'> & Body<'note'> & Pick<Body<'verify'>, 'outcome'> & { readonly reason: string }
>

/** Newest evidence is shown; a breach of hours may rest on thousands of fixes. */
const EVIDENCE_SHOWN = 200

/** What people do with findings: judged, journalled, and answered once the journal's entry has had its effect. */
export const createActs = (supervision: Supervision) => {
  const { database, journal, rulebook, cases } = supervision
  /** One act at a time on one finding, so that each is judged by the state the one before left. */
  const lastByFinding = new Map<string, Promise<unknown>>()

  const find = async (id: string): Promise<FindingCase | undefined> => {
    const open = cases.get(id)
    if (open) return open
    await supervision.written()
    return readFinding(database, id)
  }

  const seen = async (user: Actor, id: string): Promise<FindingCase | undefined> => {
    const one = await find(id)
    return one && seesFinding(sightOf(user), one.view) ? one : undefined
  }

  const detail = async (user: Actor, id: string): Promise<Outcome<FindingDetail>> => {
    const one = await seen(user, id)
    if (!one) return noSuchFinding
    const { view, history } = one
    const rule = rulebook.find((r) => r.id === view.finding.rule)
    const evidence = await evidenceOf(journal, view.finding.evidence.slice(-EVIDENCE_SHOWN))
    return {
      is: 'done',
      value: {
        view,
        rule: rule
          ? ruleView(rule, !supervision.failing().has(rule.id))
          : goneRule(view.finding.rule, view.finding.grade, view.title),
        evidence,
        history,
        next: actionsFor(user, view, supervision.now()),
      },
    }
  }

  const perform = async (
    user: Actor,
    id: string,
    action: FindingAction,
    body: ActBody,
  ): Promise<Outcome<FindingDetail>> => {
    const one = await seen(user, id)
    if (!one) return noSuchFinding
    const now = supervision.now()
    const objection =
      objectionTo(user, one.view, action, now) ?? (action === 'shelve' ? tooLong(one.view, body) : undefined)
    if (objection) {
      const next = actionsFor(user, one.view, now)
      const status = objection.error === 'not-permitted' || objection.error === 'own-unit' ? 403 : 409
      return refused(status, { ...objection, detail: { status: one.view.status, next } })
    }
    const observation = observationOf(user.name, one.view, action, body, now)
    const [receipt] = await journal.append([{ source: 'console', key: randomUUID(), observation }])
    await supervision.reached(receipt!.seq)
    return detail(user, id)
  }

  return {
    detail,
    /** Whether `user` may see it at all; asked before a view is journalled. */
    seen: async (user: Actor, id: string): Promise<boolean> => (await seen(user, id)) !== undefined,
    act: (user: Actor, id: string, action: FindingAction, body: ActBody): Promise<Outcome<FindingDetail>> => {
      const before = lastByFinding.get(id) ?? Promise.resolve()
      const mine = before.then(() => perform(user, id, action, body))
      const settled = mine.catch(() => undefined)
      lastByFinding.set(id, settled)
      void settled.then(() => {
        if (lastByFinding.get(id) === settled) lastByFinding.delete(id)
      })
      return mine
    },
  }
}

const tooLong = (view: FindingView, body: ActBody): Refusal | undefined => {
  const most = SHELVE_MAX_MINUTES[view.finding.grade]
  return (body.minutes ?? 0) <= most
    ? undefined
    : {
        error: 'shelved-too-long',
        message: {
          zh: `${view.finding.grade} 级线索一次最多搁置 ${most} 分钟。`,
          en: `Grade ${view.finding.grade} may be shelved for at most ${most} minutes at once.`,
        },
      }
}

const observationOf = (
  by: string,
  view: FindingView,
  action: FindingAction,
  body: ActBody,
  now: Instant,
): Observation => {
  const on = { finding: view.finding.id, by }
  const reason = body.reason ?? ''
  const outcome = body.outcome ?? 'substantiated'
  const until = now + minutes(body.minutes ?? 0)
  const at = { observedAt: now }
  switch (action) {
    case 'acknowledge':
      return { ...at, kind: 'finding.acknowledged', data: on }
    case 'claim':
      return { ...at, kind: 'finding.claimed', data: { ...on, takenOverFrom: view.claimed?.by ?? null } }
    case 'release':
      return { ...at, kind: 'finding.released', data: on }
    case 'shelve':
      return view.finding.grade === 'A'
        ? { ...at, kind: 'finding.shelving-proposed', data: { ...on, until, reason } }
        : { ...at, kind: 'finding.shelved', data: { ...on, until, reason, secondedBy: null } }
    case 'confirm-shelving': {
      const { by: proposer, at: proposedAt, until: asked, reason: why } = view.shelvingProposed!
      // The time asked for runs from the confirmation: waiting for the second person must not eat it up.
      const data = { finding: on.finding, by: proposer, until: now + (asked - proposedAt), reason: why, secondedBy: by }
      return { ...at, kind: 'finding.shelved', data }
    }
    case 'refuse-shelving':
      return { ...at, kind: 'finding.shelving-refused', data: { ...on, reason } }
    case 'unshelve':
      return { ...at, kind: 'finding.unshelved', data: on }
    case 'note':
      return { ...at, kind: 'finding.noted', data: { ...on, note: body.note ?? '' } }
    case 'verify':
      return { ...at, kind: 'finding.verified', data: { ...on, outcome, reason } }
    case 'dismiss':
      return { ...at, kind: 'finding.dismissal-proposed', data: { ...on, outcome, reason } }
    case 'confirm-dismissal':
      return { ...at, kind: 'finding.dismissal-confirmed', data: on }
    case 'refuse-dismissal':
      return { ...at, kind: 'finding.dismissal-refused', data: { ...on, reason } }
    case 'close':
      return { ...at, kind: 'finding.closed', data: { ...on, reason } }
  }
}
