import { randomUUID } from 'node:crypto'
import type { Body } from '../contract/http.ts'
import type { ProposalView } from '../contract/rulebook.ts'
import type { UserView } from '../contract/views.ts'
import type { Observation } from '../domain/observation/index.ts'
import type { Proposal } from '../domain/settings.ts'
import { days, type Instant } from '../domain/time.ts'
import { settingProblem, valueAt } from '../engine/in-force.ts'
import type { AnyRule } from '../rules/define-rule.ts'
import type { Database } from '../storage/database.ts'
import { type Outcome, type Refused, refused } from './acts.ts'
import { proposalView, ruleState } from './rule-life.ts'
import type { Supervision } from './supervision.ts'

/** What lies further ahead nobody remembers. */
const LONGEST_AHEAD_MS = days(366)

const no = (status: Refused['status'], error: string, zh: string, en: string): Outcome<never> =>
  refused(status, { error, message: { zh, en } })
const noSuch = no(404, 'not-found', '没有这一项。', 'There is no such item.')

/**
 * Proposals to set what the law leaves open and to switch rules: judged, journalled, and answered once the entry has
 * had its effect. One person proposes, another one in another role decides; accounts of one human being are one person.
 */
export const createProposals = (supervision: Supervision) => {
  const { database, journal, rulebook, register } = supervision
  /** One decision after the other, so that two cannot be taken on one proposal. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  const record = async (observation: Observation): Promise<void> => {
    const [receipt] = await journal.append([{ source: 'console', key: randomUUID(), observation }])
    await supervision.reached(receipt!.seq)
  }
  const answer = (id: string): Outcome<{ proposal: ProposalView }> => ({
    is: 'done',
    value: { proposal: proposalView(register.settings.proposal(id)!) },
  })

  const propose = async (
    user: UserView,
    rule: string,
    { validFrom, reason }: { validFrom: Instant | null; reason: string },
    make: (proposed: {
      proposal: string
      rule: string
      validFrom: Instant
      by: string
      role: string
      reason: string
    }) => Observation,
  ) => {
    const now = supervision.now()
    if (validFrom !== null && (validFrom < now - days(1) || validFrom > now + LONGEST_AHEAD_MS))
      return no(
        422,
        'not-then',
        '生效时间须为现在或一年以内的将来。',
        'It must take effect now or within a year from now.',
      )
    const proposal = randomUUID()
    const by = { by: user.name, role: user.role }
    await record(make({ proposal, rule, validFrom: Math.max(validFrom ?? now, now), ...by, reason }))
    return answer(proposal)
  }

  const proposeSetting = async (user: UserView, id: string, body: Body<'proposeSetting'>) => {
    const rule = rulebook.find((r) => r.id === id)
    if (!rule) return noSuch
    const problem = settingProblem(rule, body.param, body.value)
    if (problem !== undefined)
      return refused(422, {
        error: 'not-settable',
        message: {
          zh: `不能这样设置：${problem}。法律规定的数值不可修改，本局只能调整标明“本局可调”的参数。`,
          en: `This cannot be set: ${problem}. Numbers of the law stay as they are; only local settings can be changed.`,
        },
        detail: [{ at: 'value', problem }],
      })
    if (same(rule, body, supervision)) return no(409, 'unchanged', '与现行数值相同。', 'This is the value in force.')
    return propose(user, id, body, (p) => ({
      kind: 'setting.proposed',
      observedAt: supervision.now(),
      data: { ...p, param: body.param, value: body.value },
    }))
  }

  const proposeSwitch = async (user: UserView, id: string, body: Body<'proposeSwitch'>) => {
    const rule = rulebook.find((r) => r.id === id)
    if (!rule) return noSuch
    if (body.validFrom === null && ruleState(rule, supervision, supervision.now()).on === body.on)
      return no(
        409,
        'unchanged',
        body.on ? '该规则已启用。' : '该规则已停用。',
        body.on ? 'The rule is on already.' : 'The rule is off already.',
      )
    return propose(user, id, body, (p) => ({
      kind: 'rule.switch-proposed',
      observedAt: supervision.now(),
      data: { ...p, on: body.on },
    }))
  }

  const decide = async (user: UserView, id: string, refusal: string | undefined) => {
    const p = register.settings.proposal(id)
    if (!p) return noSuch
    if (p.decision) return no(409, 'decided', '该提议已有决定。', 'This proposal has been decided.')
    if (p.role === user.role || (await samePerson(database, p.by, user.name)))
      return no(
        403,
        'same-person',
        '须由另一角色的另一人决定；同一人的不同账号视为同一人。',
        'Another person in another role must decide; accounts of one human being are one person.',
      )
    await record(decision(p, user, supervision.now(), refusal))
    return answer(id)
  }

  return {
    proposeSetting,
    proposeSwitch,
    confirm: (user: UserView, id: string) => inTurn(() => decide(user, id, undefined)),
    refuse: (user: UserView, id: string, reason: string) => inTurn(() => decide(user, id, reason)),
  }
}

const decision = (
  { proposal, change }: Proposal,
  { name: by, role }: UserView,
  observedAt: Instant,
  reason: string | undefined,
): Observation => {
  const data = { proposal, by, role }
  if (reason !== undefined)
    return {
      kind: change.is === 'setting' ? 'setting.refused' : 'rule.switch-refused',
      observedAt,
      data: { ...data, reason },
    }
  if (change.is === 'setting') return { kind: 'setting.confirmed', observedAt, data }
  return { kind: change.on ? 'rule.switched-on' : 'rule.switched-off', observedAt, data }
}

/** Whether the value asked for is the one that holds, and nothing later would change it. */
const same = (
  rule: AnyRule,
  { param, value, validFrom }: Body<'proposeSetting'>,
  { inForce, now }: Supervision,
): boolean => {
  const steps = inForce(rule.id)?.steps ?? []
  if (validFrom !== null || value === null || steps.some((s) => s.from > now())) return false
  return (valueAt(steps, now()) as Readonly<Record<string, unknown>> | undefined)?.[param] === value
}

const samePerson = async (database: Database, a: string, b: string): Promise<boolean> => {
  if (a === b) return true
  const [row] = await database.query<{ n: number }>(
    'select count(distinct person)::int as n from account where name = any($1::text[])',
    [[a, b]],
  )
  return row?.n === 1
}
