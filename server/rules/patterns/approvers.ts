import { z } from 'zod'
import { type ApproverRank, approverRanks } from '../../domain/observation/measure.ts'

/** The ranks a duty accepts; a more senior chief of the same line may sign for a junior one. */
export const ranks = z.array(z.enum(approverRanks))

type Ranks = ApproverRank[]
/** 县级以上公安机关负责人. */
export const bureauChiefs: Ranks = ['deputy-bureau-chief', 'bureau-chief', 'city-bureau', 'provincial-bureau']
/** 县级公安机关值班负责人, or above. */
export const dutyChiefs: Ranks = ['duty-chief', 'deputy-bureau-chief', 'bureau-chief']
/** 县级公安机关主管负责人, or above. */
export const deputyChiefs: Ranks = ['deputy-bureau-chief', 'bureau-chief']
/** 公安机关办案部门负责人: a station or a department of the county bureau, or above. */
export const departmentChiefs: Ranks = ['station-chief', 'department-chief', 'duty-chief', ...bureauChiefs]
/** 公安派出所负责人. */
export const stationChiefs: Ranks = ['station-chief']
/** 公安机关负责人. */
export const policeChiefs: Ranks = ['station-chief', 'department-chief', 'duty-chief', ...bureauChiefs]
/** 设区的市一级以上公安机关. */
export const cityBureaus: Ranks = ['city-bureau', 'provincial-bureau']
/** Procuratorate and court decide in their own cases; the police execute it and approve nothing. */
export const otherDeciders: Ranks = ['procuratorate', 'city-procuratorate', 'provincial-procuratorate', 'court']
