import type { Grade } from '../../server/domain/finding.ts'

/**
 * How grave each duty is: A wakes somebody up. Written down once more, family by family, so that nobody changes it in
 * passing; a new rule is entered here.
 */
const graded: Readonly<Record<string, Readonly<Partial<Record<Grade, string>>>>> = {
  'body-camera': {
    A: 'altered',
    B: 'copied deleted-early interrupted not-recording not-uploaded',
    C: 'not-carried',
  },
  case: {
    A: 'cash-fine-receipt decider-power edited-after-approval filing-order',
    B: `
      acceptance-late agency-review cash-fine-banked cash-fine-ground cash-fine-handed-in explanation-late
      filing-late hearing-denied hearing-not-told injury-not-appraised legal-review non-filing-notice
      non-filing-review not-discussed not-registered public-order-limit sealed-record transfer-late`,
    C: `
      appraisal-not-served appraised-again decision-not-served fast-track-excluded fast-track-late
      hearing-late hearing-notice materials-asked-late no-receipt penalty-limit recusal-late
      reviewer-unqualified time-barred time-excluded-wrongly victim-not-served`,
  },
  'case-area': {
    A: 'equipment-down-occupied left-alone mixed-sexes room-not-patrolled taken-out-unapproved',
    B: 'act-unobserved arrival-times-disagree claim-contradicted co-suspects direct-entry safety-check',
    C: 'equipment-down',
  },
  'coercive-measure': {
    A: `
      arrest-request bail-limit chained-summons compelled-appearance-approval compelled-appearance-limit
      criminal-summons-limit custody-months delivery-after-arrest delivery-to-detention-house
      deputy-permission deputy-reported designated-place-approval interrogation-after-arrest
      interrogation-after-detention measure-approval not-released notify-family-of-arrest
      procuratorate-decision residential-surveillance-limit surveillance-place`,
    B: `
      arrest-by-two bail-deposit bail-forfeiture-approval chained-measures clock-stopped complaint-unanswered
      expiry-warning extension-request lawyer-permission lawyer-visit legal-aid-minor
      notify-family-of-detention recalculation surveillance-notice`,
    C: `
      arrest-receipt bail-forfeiture-read bail-supervision change-of-measure deposit-review duty-lawyer
      legal-aid legal-aid-notice release-suggestion supplementary-investigation`,
  },
  complaint: {
    A: 'leaked not-attended not-fed-back',
  },
  'continued-questioning': {
    A: `
      back-to-back death-appraisal death-family death-procuratorate extension-approver extension-skips-step
      forty-eight-hours-ground held-in-custody-place incident-unreported no-approval non-police not-released
      time-limit two-officers vulnerable-four-hours vulnerable-in-waiting-room`,
    B: `
      death-conclusion decided-by-station excluded illness-family no-ground notify-family released-at-night
      waiting-room-place`,
    C: 'bedding belongings belongings-returned filed-late meals starts-late waiting-room-standard',
  },
  detention: {
    A: `
      back-the-same-day cell-not-patrolled confinement-approval confinement-length examination-limit
      house-staff intake-papers leave-approval leave-overstayed longest not-to-be-executed released-late
      separation taken-out-by-two treatment-outside women-by-men wrong-detention`,
    B: 'complaint-forwarded leave-decision lockup-check lockup-staff notify-family suspend-decision',
    C: 'offset outdoor-time',
  },
  discretion: {
    A: 'downgraded',
    C: 'letter-unanswered not-aggravated not-mitigated outside-band stale-band',
  },
  dispatch: {
    A: 'not-acknowledged not-moving refused',
    B: 'arrival-contradicted arrival-late call-unanswered test-unapproved',
    C: 'feedback-late order-late',
  },
  duty: {
    A: 'alcohol major-event-unreported room-empty',
    B: 'absent-days handover-count handover-held leader-absent leaders-away no-leader-assigned off-post',
    C: `
      conduct conference-absent conference-late conference-left-early handover log-not-written not-in-uniform
      not-signed-in seen-absent`,
  },
  inspection: {
    A: 'woman-checked-by-man',
    B: `
      foreigner-report measure-approval on-the-spot-penalty on-the-spot-unrecorded penalty-filing
      sample-approval sampled-twice scene-by-two search-approval search-by-two search-without-warrant
      search-without-witness without-certificate`,
    C: 'search-unsigned witness-unsigned',
  },
  interrogation: {
    A: `
      girl-without-woman minor-victim minor-without-guardian place recording-broken same-officer-twice
      two-investigators unrecorded`,
    B: 'interpreter lineup-officers meals not-individually special-unrecorded',
    C: 'lineup-numbers rights-first',
  },
  patrol: {
    C: 'beat-not-patrolled leaves-beat stops-too-long',
  },
  petition: {
    B: 'closed-late not-told objection-late review-late',
  },
  property: {
    A: 'freeze-unrelated mismatch misused self-kept unrelated-not-returned',
    B: `
      advance-registration borrowed-unapproved complaint-unanswered freeze-approver freeze-term
      given-back-wrongly handover-late not-returned period-over seized-before-filing seizure-approval
      seizure-list seizure-officers traffic-not-handed-in unclaimed-too-soon victim-not-returned`,
    C: 'ledger not-told papers-late',
  },
  questioning: {
    A: 'auxiliary evidence-excluded minor-without-guardian one-officer tier-ground time-limit unrecorded',
    B: `
      auxiliary-tasks chained-summons forced-summons-approval interpreter notify-family outside-case-area
      remote-unrecorded summons-approval`,
    C: 'meals not-individually oral-summons',
  },
  radio: {
    A: 'emergency',
    C: 'gateway-lost never-answers',
  },
  recording: {
    A: 'altered footage-deleted gap-while-held',
    B: 'body-camera-retention case-area-retention lockup-retention recorder-down',
    C: 'camera-down clock-drift duty-room-retention other-retention public-retention',
  },
  release: {
    A: `
      acquitted-not-released commutation convict-back-the-same-day convict-out-approval family-visit-back
      family-visit-out home-leave-length home-visit-length intake-papers not-released-at-expiry
      temporary-outside visit-by-two`,
    B: 'complaint-forwarded delivered-to-prison handed-over recall-decision',
  },
  restraint: {
    A: `
      armoury-by-two casualties-not-told casualties-unreported danger-passed facility-approval force-unwarned
      sober-not-lifted sobering-unguarded status-matrix weapon-not-returned weapon-report worn-too-long`,
  },
  'roll-call': {
    A: 'repeated-misses',
    B: 'cycle-not-held missed moving-as-one wrong-place wrong-radio',
    C: 'excuse-without-leave unreachable',
  },
  supervision: {
    B: 'measure-appeal measure-length measure-overrun measure-unapproved',
    C: 'inspected-alone objection-unanswered on-spot-measure on-spot-record overruled-unapproved without-sign',
  },
  ticket: {
    A: `
      alcohol-altered altered blood-samples-few blood-sent blood-taken-alone cancelled-by-leader
      cancelled-without-ground cancelled-without-power cancelled-without-proof cash-taken coercion-not-lifted
      decided-without-power decision-changed deleted driver-swapped points-for-others table-emptied`,
    B: `
      acted-off-duty alcohol-entered-late blood-result-told borrowed-login coercion-handed-in
      coercion-reported downgraded-at-roadside general-procedure-two-officers objection-examined quota
      serial-gap simple-procedure-exceeded stream-gap upheld-not-cancelled vehicle-check-late`,
    C: `
      before-image-missing cancelled-late captured-and-reviewed-by-one decided-late entered-late notice-filed
      notified-late objection-forwarded-late simple-decision-filed unusual-terminal`,
  },
  vehicle: {
    A: 'pursuit',
    B: `
      at-leisure-place driver-in-practice driver-not-entitled lent roadside-signs roadside-staffing
      siren-misused used-off-duty`,
    C: 'outside-county speeding tracker-silent',
  },
  window: {
    C: 'turned-away unstaffed waits-too-long',
  },
}

/** The grade that is written down for a rule; undefined when none is. */
export const gradeWritten = (id: string): string | undefined => {
  const [family = '', name = ''] = id.split('.')
  return Object.entries(graded[family] ?? {}).find(([, names]) => names.split(/\s+/).includes(name))?.[0]
}

/** Rules for which a grade is written down. */
export const gradedRules: readonly string[] = Object.entries(graded).flatMap(([family, grades]) =>
  Object.values(grades).flatMap((names) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => `${family}.${name}`),
  ),
)
