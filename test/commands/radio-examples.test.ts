import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals written from docs/journal-format.md alone; most have a lawful twin. */
const findings: Readonly<Record<string, readonly string[]>> = {
  // Missed at the end of the last window; the telephone is slower than the radio.
  'roll-call.missed': ['roll-call.missed 2026-03-02 20:03:03'],
  'roll-call.answered-at-the-second-call': [],
  'roll-call.missed-then-answered-on-behalf': ['roll-call.missed 2026-03-02 20:03:03 clear'],
  'roll-call.missed-by-a-journal-without-windows': ['roll-call.missed 2026-03-02 20:03:03'],
  'roll-call.repeated-misses': [
    'roll-call.missed 2026-03-02 18:03:03',
    'roll-call.missed 2026-03-02 19:03:03',
    'roll-call.missed 2026-03-02 20:03:03',
    'roll-call.repeated-misses 2026-03-02 20:03:03',
  ],
  // Five minutes without the channel, to the second: neither the officer nor the equipment.
  'roll-call.channel-down': [],
  'radio.gateway-lost': ['radio.gateway-lost 2026-03-02 20:00:30'],
  'roll-call.out-of-coverage': ['roll-call.unreachable 2026-03-02 20:01:03'],
  'roll-call.wrong-place': ['roll-call.wrong-place 2026-03-02 20:00:03'],
  'roll-call.elsewhere-at-an-approved-task': [],
  'roll-call.wrong-radio': ['roll-call.wrong-radio 2026-03-02 20:00:03'],
  // One pocket for two: whose radio is not at their post is found as well.
  'roll-call.moving-as-one': [
    'roll-call.moving-as-one 2026-03-02 20:00:08',
    'roll-call.wrong-place 2026-03-02 20:00:06',
  ],
  'roll-call.each-at-their-own-post': [],
  'roll-call.excuse-without-leave': ['roll-call.excuse-without-leave 2026-03-02 21:00:30'],
  'roll-call.excuse-recorded-within-the-hour': [],
  // 10:00, ten minutes of window, five of grace: 10:15:00 is in time.
  'roll-call.cycle-not-held': ['roll-call.cycle-not-held 2026-03-02 10:15:00'],
  'roll-call.cycle-held': [],
  'radio.emergency': ['radio.emergency 2026-03-02 20:00:00'],
  'radio.never-answers': ['radio.never-answers 2026-03-02 18:10:00'],
  'radio.answers-the-third-check': [],
}

describe('journals of radios and roll-calls, written by hand', () => holdExamples('docs/examples/radio', findings))
