import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals written from docs/journal-format.md alone. */
const findings: Readonly<Record<string, readonly string[]>> = {
  // The twenty ways of altering a ticket that the run of a hundred thousand changes has, one a journal.
  'ticket.altered-amount-no-log': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.altered-amount-no-ground': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.altered-amount-no-proof': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.altered-plate': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.altered-code-ninth-ground': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.altered-points': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.altered-time': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.altered-status-set-back': ['ticket.altered 2026-03-02 09:00:00'],
  'ticket.cancelled-no-ground': ['ticket.cancelled-without-ground 2026-03-02 09:00:00'],
  'ticket.cancelled-no-log': ['ticket.cancelled-without-ground 2026-03-02 09:00:00'],
  'ticket.voided-twelfth-ground': ['ticket.cancelled-without-ground 2026-03-02 09:00:00'],
  'ticket.cancelled-no-proof': ['ticket.cancelled-without-proof 2026-03-02 09:00:00'],
  'ticket.cancelled-no-power': ['ticket.cancelled-without-power 2026-03-02 09:00:00'],
  'ticket.cancelled-by-a-leader': ['ticket.cancelled-by-leader 2026-03-02 09:00:00'],
  'ticket.driver-swapped': ['ticket.driver-swapped 2026-03-02 09:00:00'],
  'ticket.driver-taken-out': ['ticket.driver-swapped 2026-03-02 09:00:00'],
  'ticket.decision-points-gone': ['ticket.decision-changed 2026-03-02 09:00:00'],
  'ticket.decision-paid-set-back': ['ticket.decision-changed 2026-03-02 09:00:00'],
  'ticket.deleted': ['ticket.deleted 2026-03-02 09:00:00'],
  'ticket.renumbered': ['ticket.deleted 2026-03-02 09:00:00'],
  // The law's ways, and the ordinary course of things.
  'ticket.lawful-cancelled': [],
  'ticket.lawful-driver-established': [],
  'ticket.lawful-objection-upheld': [],
  'ticket.lawful-decision-revoked': [],
  'ticket.lawful-log-comes-later': [],
  'ticket.lawful-course-of-things': [],
  // A source without transactions, and one that repeats nothing that did not change.
  'ticket.lawful-log-names-the-ticket': [],
  'ticket.cancelled-log-names-another-ticket': ['ticket.cancelled-without-ground 2026-03-02 09:00:00'],
  'ticket.decision-lowered-only-the-amount-told': ['ticket.decision-changed 2026-03-02 09:00:00'],
  'ticket.lawful-decision-lowered-by-document': [],
  'ticket.before-image-missing': ['ticket.before-image-missing 2026-03-02 09:00:00'],
  'ticket.points-for-four-vehicles': ['ticket.points-for-others 2026-03-05 09:00:00'],
  'ticket.points-for-three-vehicles': [],
  'ticket.points-with-the-driver-established': [],
  // 异议成立的，予以消除: three working days are the setting that ships.
  'ticket.upheld-and-cancelled-in-three-days': [],
  'ticket.upheld-and-left-standing': ['ticket.upheld-not-cancelled 2026-03-06 00:00:00'],
  // 核实的时间不得超过十日, fifteen when prolonged; both working days.
  'ticket.vehicle-checked-on-the-tenth-day': [],
  'ticket.vehicle-checked-an-eleventh-day': ['ticket.vehicle-check-late 2026-03-24 00:00:00'],
  'ticket.vehicle-check-prolonged': [],
  'ticket.table-emptied': ['ticket.table-emptied 2026-03-02 09:00:00'],
  'ticket.alcohol-entered-two-hours-later': [],
  'ticket.alcohol-entered-the-next-morning': ['ticket.alcohol-entered-late 2026-03-03 00:10:00'],
}

describe('journals of tickets, written by hand', () => holdExamples('docs/examples/tickets', findings))
