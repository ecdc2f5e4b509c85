import type { Citation } from './define-rule.ts'

/** Sentences that several rules on patrols and police vehicles rely on, each read in the full text. */
const supervision = (text: string): Citation => ({
  law: '公安机关督察条例',
  article: '第四条',
  text,
  inForce: { from: '2011-10-01' },
  checked: 'verified',
  source: '公安机关督察条例(2011-08-31)',
})

/** Supervision covers how police deployments are carried out. */
export const deployments = supervision('(一)重要的警务部署、措施、活动的组织实施情况；')
/** Supervision covers how calls, requests for help and complaints are dealt with. */
export const publicHelp = supervision('(七)处置公民报警、请求救助和控告申诉的情况；')
/** Supervision covers the use of police vehicles. */
export const policeVehicles = supervision('(六)使用武器、警械以及警用车辆、警用标志的情况；')
/** Supervision covers organisation and the equipment that duty depends on. */
export const equipment = supervision('(九)组织管理和警务保障的情况；')

/** An order — a beat, a shift, a route — must be carried out. */
export const orders: Citation = {
  law: '人民警察法',
  article: '第三十二条',
  text: '人民警察必须执行上级的决定和命令。',
  inForce: { from: '2013-01-01' },
  checked: 'verified',
  source: '人民警察法(2012-10-26)',
}

/** Police cars serve their purpose only. */
export const properUse: Citation = {
  law: '道路交通安全法',
  article: '第十五条',
  text: '警车、消防车、救护车、工程救险车应当严格按照规定的用途和条件使用。',
  inForce: { from: '2004-05-01' },
  checked: 'verified',
  source: '道路交通安全法(2021-04-29)',
}
