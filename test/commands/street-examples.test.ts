import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals written from docs/journal-format.md alone: windows, body cameras, vehicles, patrols and recorders. */
const families: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // Ten minutes that nobody is there are tolerated: a local setting.
  window: {
    'window.staffed-in-its-hours': [],
    'window.empty-for-ten-minutes-sharp': [],
    'window.empty-for-eleven-minutes': ['window.unstaffed 2026-03-02 10:00:00 pending'],
    'window.empty-in-the-lunch-break': [],
    'window.hours-changed-for-the-day': [],
  },
  // What the platform logged; most rules on body cameras ship off, because their text could not be read.
  'body-camera': {
    'body-camera.edited-without-permission': ['body-camera.altered 2026-03-05 10:00:00'],
    'body-camera.deleted-without-permission-heard-late': ['body-camera.altered 2026-03-05 10:00:00'],
    'body-camera.deleted-with-permission': [],
    'body-camera.removed-by-the-retention-clock': [],
    'body-camera.edited-before-the-law': [],
  },
  // Ten minutes without a picture and two for a restart are tolerated; 应当保存不少于30日.
  recording: {
    'recording.camera-back-in-ten-minutes': [],
    'recording.camera-gone-for-an-hour': ['recording.camera-down 2026-03-02 10:00:00 clear'],
    'recording.recorder-restarted-in-two-minutes': [],
    'recording.recorder-stopped-for-half-an-hour': ['recording.recorder-down 2026-03-02 10:00:00 clear'],
    'recording.public-thirty-days': [],
    'recording.public-twenty-nine-days': ['recording.public-retention 2026-03-31 00:00:00'],
  },
  // Two minutes of a siren are tolerated; two hundred metres are the norm’s.
  vehicle: {
    'vehicle.siren-for-two-minutes-sharp': [],
    'vehicle.siren-for-three-minutes': ['vehicle.siren-misused 2026-03-02 10:00:00 clear'],
    'vehicle.siren-under-an-urgent-order': [],
    // Ten minutes at a place where it has no business: a local setting.
    'vehicle.ten-minutes-at-a-restaurant': [],
    'vehicle.twelve-minutes-at-a-restaurant': ['vehicle.at-leisure-place 2026-03-02 10:00:00 clear'],
    'vehicle.signs-two-hundred-metres-ahead': [],
    'vehicle.signs-too-near': ['vehicle.roadside-signs 2026-03-02 10:00:00 clear'],
  },
  // An order exempts until its result is in or it is closed, whichever comes first, and ten minutes to come back.
  patrol: {
    'patrol.out-on-orders-and-back-in-ten-minutes': [],
    'patrol.fed-back-never-closed-and-stays-out': ['patrol.leaves-beat 2026-03-02 10:25:00 clear'],
    'patrol.fed-back-late-closed-in-time-and-back': [],
  },
}

describe.each(Object.entries(families))('journals of %s, written by hand', (family, findings) =>
  holdExamples(`docs/examples/${family}`, findings),
)
