import { d, type Family } from './duty.ts'

/** 警械、武器: Restraints and weapons. */
export const restraint: Family = {
  title: { zh: '警械、武器', en: 'Restraints and weapons' },
  duties: [
    d(
      '约束性警械条件、人员身份',
      'Grounds by legal status',
      '警械条例 8；继续盘问规定 18；行政案件程序规定 58、67',
      'restraint.status-matrix',
    ),
    d(
      '驱逐性、制服性警械先警告',
      'Warning before batons and gas',
      '警械条例 7',
      'restraint.force-unwarned',
      'whether it stopped at once: no event tells',
    ),
    d(
      '看守所械具审批、期限、解除',
      'Detention house: approval, length, lifting',
      '看守所条例 17',
      'restraint.facility-approval restraint.worn-too-long restraint.danger-passed',
    ),
    d(
      '拘留所警械审批、解除',
      'Lock-up: approval, lifting',
      '拘留所条例 23',
      'restraint.facility-approval restraint.danger-passed',
    ),
    d(
      '使用武器报告、伤亡报告与通知',
      'Use of weapons: reports, casualties',
      '警械条例 12、13',
      'restraint.weapon-report restraint.casualties-unreported restraint.casualties-not-told',
      'whom and where one may not shoot (10): for people to judge',
    ),
    d(
      '枪弹库',
      'Armoury',
      '内务条令 177、179、184',
      'restraint.armoury-by-two restraint.weapon-not-returned duty.room-empty duty.alcohol',
      'arms and ammunition apart: no event tells',
    ),
  ],
}
