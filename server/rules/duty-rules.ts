import { bodyCameraAltered } from './body-camera/altered.ts'
import { bodyCameraCopied } from './body-camera/copied.ts'
import { deletedEarly } from './body-camera/deleted-early.ts'
import { interrupted } from './body-camera/interrupted.ts'
import { notCarried } from './body-camera/not-carried.ts'
import { notRecording } from './body-camera/not-recording.ts'
import { notUploaded } from './body-camera/not-uploaded.ts'
import type { AnyRule } from './define-rule.ts'
import { absentDays } from './duty/absent-days.ts'
import { alcohol } from './duty/alcohol.ts'
import { conduct } from './duty/conduct.ts'
import { conferenceAbsent } from './duty/conference-absent.ts'
import { conferenceLate } from './duty/conference-late.ts'
import { conferenceLeftEarly } from './duty/conference-left-early.ts'
import { handover } from './duty/handover.ts'
import { handoverCount } from './duty/handover-count.ts'
import { handoverHeld } from './duty/handover-held.ts'
import { leaderAbsent } from './duty/leader-absent.ts'
import { leadersAway } from './duty/leaders-away.ts'
import { logNotWritten } from './duty/log-not-written.ts'
import { majorEventUnreported } from './duty/major-event-unreported.ts'
import { noLeaderAssigned } from './duty/no-leader-assigned.ts'
import { notInUniform } from './duty/not-in-uniform.ts'
import { notSignedIn } from './duty/not-signed-in.ts'
import { offPost } from './duty/off-post.ts'
import { roomEmpty } from './duty/room-empty.ts'
import { seenAbsent } from './duty/seen-absent.ts'
import { atLeisurePlace } from './vehicle/at-leisure-place.ts'
import { driverInPractice } from './vehicle/driver-in-practice.ts'
import { driverNotEntitled } from './vehicle/driver-not-entitled.ts'
import { vehicleLent } from './vehicle/lent.ts'
import { pursuit } from './vehicle/pursuit.ts'
import { roadsideSigns } from './vehicle/roadside-signs.ts'
import { roadsideStaffing } from './vehicle/roadside-staffing.ts'
import { sirenMisused } from './vehicle/siren-misused.ts'
import { turnedAway } from './window/turned-away.ts'
import { windowUnstaffed } from './window/unstaffed.ts'
import { waitsTooLong } from './window/waits-too-long.ts'

/** Duty at posts, service windows, body cameras and police vehicles, in the order the console lists them. */
export const dutyRules: readonly AnyRule[] = [
  absentDays,
  alcohol,
  conduct,
  conferenceAbsent,
  conferenceLate,
  conferenceLeftEarly,
  handoverCount,
  handoverHeld,
  handover,
  leaderAbsent,
  leadersAway,
  logNotWritten,
  majorEventUnreported,
  noLeaderAssigned,
  notInUniform,
  notSignedIn,
  offPost,
  roomEmpty,
  seenAbsent,
  turnedAway,
  windowUnstaffed,
  waitsTooLong,
  bodyCameraAltered,
  bodyCameraCopied,
  deletedEarly,
  interrupted,
  notCarried,
  notRecording,
  notUploaded,
  atLeisurePlace,
  driverInPractice,
  driverNotEntitled,
  vehicleLent,
  pursuit,
  roadsideSigns,
  roadsideStaffing,
  sirenMisused,
]
