import type { DecisionRow } from '../../../server/contract/casework.ts'
import { useWords } from '../../i18n/language.ts'

/** What was decided, in figures. */
export const usePenalty = () => {
  const t = useWords().cases
  return ({ fineYuan, detentionDays, penalties }: DecisionRow): string =>
    [
      ...(penalties.includes('warning') ? [t.warning] : []),
      ...(fineYuan === null ? [] : [t.yuan(fineYuan)]),
      ...(detentionDays === null ? [] : [t.daysOf(detentionDays)]),
    ].join(' + ')
}

/** The band, in figures: what it allows. */
export const useBand = () => {
  const t = useWords().cases
  return ({ band }: DecisionRow): string =>
    band === null
      ? ''
      : [
          ...(band.warning ? [t.warning] : []),
          ...(band.fineToYuan === null ? [] : [t.yuan(band.fineToYuan).replace(/^/, `${band.fineFromYuan ?? 0}–`)]),
          ...(band.detentionToDays === null
            ? []
            : [
                t.daysOf(band.detentionToDays).replace(/\d+/, `${band.detentionFromDays ?? 0}–${band.detentionToDays}`),
              ]),
        ].join(' · ')
}

/** One decision beside its band. */
export const DecisionLine = ({ one }: { readonly one: DecisionRow }) => {
  const t = useWords().cases
  const penalty = usePenalty()
  const band = useBand()
  return (
    <div className="case-decision">
      <b>{one.decision}</b> {penalty(one)}{' '}
      <span className={one.lies === 'outside' ? 'case-outside' : 'muted'}>{t.positions[one.lies]}</span>
      {one.band !== null && (
        <small className="muted">
          {t.bandOf} {one.band.id} {one.article} {one.band.facts}：{band(one)}
        </small>
      )}
    </div>
  )
}
