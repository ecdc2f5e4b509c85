import type { Application, Columns, Log, Seat } from './application.ts'

/** One piece of work, done in order; `rules` are the findings it must lead to: none for lawful work. */
export interface Deed {
  readonly name: string
  readonly rules: readonly string[]
  /** `xh` is the number of a ticket that nobody else uses. */
  readonly run: (app: Application, xh: string, at: number) => Promise<void>
}

const window3: Seat = {
  ...{ account: 'jj-fu', accountOf: 'P19', officer: 'P19', unit: 'traffic', rank: 'officer' },
  ...{ terminal: 'window-3', ip: '10.64.3.21' },
}
const window1: Seat = {
  ...window3,
  account: 'jj-xu',
  accountOf: 'P20',
  officer: 'P20',
  terminal: 'window-1',
  ip: '10.64.3.11',
}
const leader: Seat = {
  ...{ account: 'jj-zhou', accountOf: 'P17', officer: 'P17', unit: 'traffic', rank: 'department-chief' },
  ...{ terminal: 'office-2', ip: '10.64.3.5' },
}
const station: Seat = {
  ...{ account: 'cd-shen', accountOf: 'P02', officer: 'P02', unit: 'station-chengdong', rank: 'officer' },
  ...{ terminal: 'cd-window-2', ip: '10.64.9.2' },
}

/** `2026-03-01 08:12:30` on China's clock. */
const china = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const last4 = (xh: string): string => xh.slice(-4)

const camera = (xh: string, at: number, more: Columns = {}): Columns & { readonly xh: string } => ({
  ...{ xh, lx: '1', zt: '1', cljg: 'traffic', zqmj: 'P18', hphm: `宁A${last4(xh)}K`, jszh: null, wfxw: '1345' },
  ...{ fkje: 200, wfjfs: 3, wfsj: china(at - 2 * 86_400_000) },
  ...more,
})
const driverOf = (xh: string, n = 1): string => `64012119${80 + n}0101${last4(xh)}`
const enter = (app: Application, xh: string, at: number, more: Columns = {}): Promise<void> =>
  app.insert(camera(xh, at, more), window1, { action: 'enter' })
const cancel = (app: Application, xh: string, seat: Seat, log: Partial<Log>): Promise<void> =>
  app.update(xh, { zt: '8' }, seat, { action: 'cancel', ...log })
const proofs = ['比对记录.pdf']

/** Work as it should be: each the twin of an alteration below. */
export const lawfulDeeds: readonly Deed[] = [
  {
    name: '录入、决定、缴款',
    rules: [],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await app.update(xh, { zt: '3', jszh: driverOf(xh) }, window1, { action: 'decide' })
      await app.update(xh, { zt: '4' }, window1, { action: 'collect' })
    },
  },
  {
    name: '号牌录入错误，有比对记录，消除',
    rules: [],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await cancel(app, xh, window3, { ground: 7, groundText: '号牌信息录入错误', proofs })
    },
  },
  {
    name: '金额录入错误，有依据有证明，更正',
    rules: [],
    run: async (app, xh, at) => {
      await enter(app, xh, at, { fkje: 2000 })
      await app.update(xh, { fkje: 200 }, window3, { action: 'correct', ground: 7, proofs })
    },
  },
  {
    name: '核查确定实际驾驶人',
    rules: [],
    run: async (app, xh, at) => {
      await enter(app, xh, at, { jszh: driverOf(xh, 1) })
      const driver = driverOf(xh, 2)
      const told = {
        system: 'tickets',
        ticket: xh,
        driver,
        unit: 'traffic',
        officers: ['P19'],
        proofs: ['驾驶人确认书.pdf'],
      }
      await app.tell('ticket.driver-identified', told)
      await app.update(xh, { jszh: driver }, window3, { action: 'change-driver', proofs: ['驾驶人确认书.pdf'] })
    },
  },
  {
    name: '异议成立，消除',
    rules: [],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      const told = { system: 'tickets', ticket: xh, objection: `YY-${xh}`, unit: 'traffic' }
      await app.tell('ticket.objection-raised', told)
      await app.tell('ticket.objection-decided', { ...told, upheld: true, officers: ['P18'] })
      await cancel(app, xh, window3, { reason: '异议成立' })
    },
  },
  {
    name: '决定被依法撤销，记分随之变更',
    rules: [],
    run: async (app, xh, at) => {
      await enter(app, xh, at, { zt: '3', jszh: driverOf(xh) })
      const document = `撤〔${xh.slice(4, 8)}〕${last4(xh)}号`
      await app.tell('ticket.decision-revoked', {
        system: 'tickets',
        ticket: xh,
        document,
        unit: 'traffic',
        authority: 'same',
      })
      await app.update(xh, { wfjfs: 0 }, window3, { action: 'revoke', document })
    },
  },
]

/** What nobody may do. */
export const alterations: readonly Deed[] = [
  {
    name: '罚款由200改为50，无依据',
    rules: ['ticket.altered'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await app.update(xh, { fkje: 50 }, window3, { action: 'correct' })
    },
  },
  {
    name: '无事由消除',
    rules: ['ticket.cancelled-without-ground'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await cancel(app, xh, window3, { reason: '领导交办' })
    },
  },
  {
    name: '有事由无证明，消除',
    rules: ['ticket.cancelled-without-proof'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await cancel(app, xh, window3, { ground: 3 })
    },
  },
  {
    name: '派出所消除交警大队的记录',
    rules: ['ticket.cancelled-without-power'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await cancel(app, xh, station, { ground: 7, proofs })
    },
  },
  {
    name: '部门负责人亲自消除',
    rules: ['ticket.cancelled-by-leader'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await cancel(app, xh, leader, { ground: 7, proofs })
    },
  },
  {
    name: '决定后记分由6改为0',
    rules: ['ticket.decision-changed'],
    run: async (app, xh, at) => {
      await enter(app, xh, at, { zt: '3', jszh: driverOf(xh), wfjfs: 6 })
      await app.update(xh, { wfjfs: 0 }, window3, { action: 'correct', ground: 7, proofs })
    },
  },
  {
    name: '记录被删除',
    rules: ['ticket.deleted'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await app.remove(xh, window3, { action: 'delete' })
    },
  },
  {
    name: '违法时间被改早一个月',
    rules: ['ticket.altered'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await app.update(xh, { wfsj: china(at - 32 * 86_400_000) }, window3, { action: 'correct' })
    },
  },
  {
    name: '驾驶人被替换，未经核查',
    rules: ['ticket.driver-swapped'],
    run: async (app, xh, at) => {
      await enter(app, xh, at, { jszh: driverOf(xh, 1) })
      await app.update(xh, { jszh: driverOf(xh, 3) }, window3, { action: 'change-driver' })
    },
  },
  {
    name: '直接在数据库里换号牌，系统日志没有记录',
    rules: ['ticket.altered'],
    run: async (app, xh, at) => {
      await enter(app, xh, at)
      await app.update(xh, { hphm: '宁A0000X' }, { ...window3, account: 'dba' }, null)
    },
  },
]
