/** Where somebody is called at: what they are on duty as, or the fixed radio of a duty room. */
export const rollCallPosts = ['leader', 'officer', 'standby', 'patrol', 'duty-room'] as const
export type RollCallPost = (typeof rollCallPosts)[number]

export const callChannels = ['radio', 'vehicle', 'phone'] as const
export type CallChannel = (typeof callChannels)[number]

/** Why nobody could be called, or be heard. Says nothing about the person. */
export const hindrances = ['no-device', 'channel-down', 'not-connected', 'out-of-coverage', 'interrupted'] as const
export type Hindrance = (typeof hindrances)[number]

export const excuseReasons = [
  'standby',
  'leave',
  'off-shift',
  'on-order',
  'approved-task',
  'absence-reported',
  'other',
] as const
export type ExcuseReason = (typeof excuseReasons)[number]

/** How somebody else told us of a target. */
export const behalfChannels = ['in-person', 'telephone', 'radio-voice', 'video', 'other'] as const
export type BehalfChannel = (typeof behalfChannels)[number]

export const rowStates = ['pending', 'calling', 'answered', 'on-behalf', 'missed', 'excused', 'unobservable'] as const
export type RowState = (typeof rowStates)[number]

/** What an answer is held against, in the order in which a board shows it. */
export const chipSources = ['device', 'site', 'radio', 'phone', 'vehicle', 'room', 'roster'] as const
export type ChipSource = (typeof chipSources)[number]

/** Why a source says what it says; the console has the words. */
export const chipReasons = [
  'own-radio',
  'other-radio',
  'others-radio',
  'covers',
  'other-site',
  'site-edge',
  'no-site',
  'no-coverage',
  'channel-down',
  'there',
  'away',
  'too-coarse',
  'no-report',
  'no-place',
  'sent-elsewhere',
  'present',
  'empty',
  'in-building',
  'elsewhere',
  'sensor-down',
  'on-duty',
  'not-on-roster',
  'on-leave',
  'absence-reported',
] as const
export type ChipReason = (typeof chipReasons)[number]
