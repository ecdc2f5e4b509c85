import type { Citation } from '../define-rule.ts'

type Quote = (article: string, text: string, from?: string) => Citation

const enactment =
  (law: string, source: string, from: string, until?: string): Quote =>
  (article, text, since = from) => ({
    law,
    article,
    text,
    inForce: until === undefined ? { from: since } : { from: since, until },
    checked: 'verified',
    source,
  })

/** 治安管理处罚法, as revised in 2025. */
export const publicOrder2025 = enactment('治安管理处罚法', '治安管理处罚法(2025-06-27)', '2026-01-01')
/** 治安管理处罚法 of 2005, amended 2012; the articles quoted did not change in between. */
export const publicOrder2012 = enactment(
  '治安管理处罚法（2012修正）',
  '治安管理处罚法(2012-10-26)',
  '2006-03-01',
  '2026-01-01',
)
/** 公安机关适用继续盘问规定. */
export const continuedQuestioning = enactment(
  '公安机关适用继续盘问规定',
  '公安机关适用继续盘问规定(2004-07-12)',
  '2004-10-01',
)
/** 人民警察法. */
export const policeLaw = enactment('人民警察法', '人民警察法(2012-10-26)', '2013-01-01')
/** 公安机关办理行政案件程序规定. */
export const adminProcedure = enactment(
  '公安机关办理行政案件程序规定',
  '公安机关办理行政案件程序规定(2019-04-27)',
  '2013-01-01',
)
/** 公安机关办理刑事案件程序规定, wording of 2020. */
export const criminalProcedure = enactment(
  '公安机关办理刑事案件程序规定',
  '公安机关办理刑事案件程序规定(2020-07-20)',
  '2013-01-01',
)
/** 刑事诉讼法, wording and numbering of 2018. */
export const criminalProcedureLaw = enactment('刑事诉讼法', '刑事诉讼法(2018-10-26)', '2018-10-26')
/** 人民警察使用警械和武器条例. */
export const restraintsAndWeapons = enactment(
  '人民警察使用警械和武器条例',
  '人民警察使用警械和武器条例(1996-01-16)',
  '1996-01-16',
)
/** 拘留所条例. */
export const lockups = enactment('拘留所条例', '拘留所条例(2012-02-23)', '2012-04-01')
/** 看守所条例. */
export const detentionHouses = enactment('看守所条例', '看守所条例(1990-03-17)', '1990-03-17')
/** 社区矫正法. */
export const communityCorrections = enactment('社区矫正法', '社区矫正法(2019-12-28)', '2020-07-01')
/** 未成年人保护法. */
export const minors = enactment('未成年人保护法', '未成年人保护法(2024-04-26)', '2021-06-01')
/** 行政处罚法 2021. */
export const penalties = enactment('行政处罚法', '行政处罚法(2021-01-22)', '2021-07-15')
/** 人民检察院刑事诉讼规则: what the procuratorate will object to. */
export const procuratorateRules = enactment(
  '人民检察院刑事诉讼规则',
  '人民检察院刑事诉讼规则(2019-12-02)',
  '2019-12-30',
)
/** 道路交通安全违法行为处理程序规定. */
export const trafficProcedure = enactment(
  '道路交通安全违法行为处理程序规定',
  '道路交通安全违法行为处理程序规定(2020-04-30)',
  '2020-05-01',
)
/** 公共安全视频图像信息系统管理条例. */
export const publicVideo = enactment(
  '公共安全视频图像信息系统管理条例',
  '公共安全视频图像信息系统管理条例(2025-01-13)',
  '2025-04-01',
)
/** 行政执法监督条例. */
export const enforcementSupervision = enactment('行政执法监督条例', '行政执法监督条例(2025-12-17)', '2026-02-01')
/** 道路交通安全法, wording of 2021. */
export const trafficLaw = enactment('道路交通安全法', '道路交通安全法(2021-04-29)', '2004-05-01')
/** 道路交通安全违法行为记分管理办法. */
export const pointsRules = enactment(
  '道路交通安全违法行为记分管理办法',
  '道路交通安全违法行为记分管理办法(2021-12-17)',
  '2022-04-01',
)
/** 交通警察道路执勤执法工作规范. */
export const roadsideNorm = enactment(
  '交通警察道路执勤执法工作规范',
  '交通警察道路执勤执法工作规范(2018-01-25)',
  '2009-01-01',
)
/** 道路交通安全法实施条例. */
export const roadSafetyRegulation = enactment(
  '道路交通安全法实施条例',
  '道路交通安全法实施条例(2017-10-07)',
  '2004-05-01',
)
/** 公安机关组织管理条例. */
export const policeOrganisation = enactment('公安机关组织管理条例', '公安机关组织管理条例(2006-11-13)', '2007-01-01')
/** 公安机关督察条例. */
export const supervisionRegulation = enactment('公安机关督察条例', '公安机关督察条例(2011-08-31)', '2011-10-01')
/** 信访工作条例. */
export const petitionRules = enactment('信访工作条例', '信访工作条例(2022-02-25)', '2022-05-01')
