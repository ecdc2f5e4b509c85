import type { Camera } from '../camera/register.ts'
import { chinaDay, type Instant } from '../time.ts'

/** Where a recording was made, as far as the law asks how long it is kept. */
export const retentionAreas = ['case-area', 'duty-room', 'public', 'lockup', 'body-camera', 'other'] as const
export type RetentionArea = (typeof retentionAreas)[number]

/**
 * The fewest days a recording must be kept, dated; the rules of the family `recording` quote where each comes from.
 * Case area and duty room: 内务条令 2021, 167 and 138; other areas of the police: 167. Lock-ups: 拘留所条例实施办法 25, then 167. Public places: 视频条例 17.
 * Body cameras: six months (现场执法视音频记录工作规定 13); the longest six months have 184 days.
 */
export const leastDays: Readonly<Record<RetentionArea, readonly { readonly from: string; readonly value: number }[]>> =
  {
    'case-area': [{ from: '2021-12-28', value: 90 }],
    'duty-room': [{ from: '2021-12-28', value: 90 }],
    public: [{ from: '2025-04-01', value: 30 }],
    lockup: [
      { from: '2012-12-14', value: 15 },
      { from: '2021-12-28', value: 30 },
    ],
    'body-camera': [{ from: '2016-07-01', value: 184 }],
    other: [{ from: '2021-12-28', value: 30 }],
  }

/** The days that hold at `at`; before the first of the dates the first one. */
export const leastDaysAt = (area: RetentionArea, at: Instant): number => {
  const dated = leastDays[area]
  return (dated.findLast(({ from }) => chinaDay(from) <= at) ?? dated[0]!).value
}

/** GA/T 2000.146: 01 and two digits are rooms of the case area (办案场所). */
const CASE_AREA_CODE = /^01/

/** Which retention holds for a camera. `roomArea` is the case area of the room that it covers, if it covers one. */
export const retentionAreaOf = (
  { purpose, areaCode }: Pick<Camera, 'purpose' | 'areaCode'>,
  roomArea: string | null,
): RetentionArea => {
  if (purpose === 'body') return 'body-camera'
  if (purpose === 'case-area' || roomArea !== null || (areaCode !== null && CASE_AREA_CODE.test(areaCode)))
    return 'case-area'
  return purpose === 'duty-room' || purpose === 'public' ? purpose : 'other'
}
