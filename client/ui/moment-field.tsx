import { dateTimeOf } from './format.ts'
import { TypedField } from './typed-field.tsx'
import { parseDay, parseMoment } from './typed-time.ts'

/**
 * An instant as it is written everywhere else on the screen, 24 hours and seconds, in China's time: the
 * browser's own field would show it in the workstation's language and zone.
 */
export const MomentField = ({
  at,
  label,
  onMoment,
}: {
  readonly at: number | undefined
  readonly label: string
  readonly onMoment: (at: number | undefined) => void
}) => (
  <TypedField
    className="moment"
    shown={at === undefined ? '' : dateTimeOf(at)}
    label={label}
    placeholder="YYYY-MM-DD HH:mm:ss"
    parse={parseMoment}
    onTaken={onMoment}
  />
)

/** A day, in the same way; one after `latest` is not taken. */
export const DayField = ({
  day,
  latest,
  label,
  onDay,
}: {
  readonly day: string
  readonly latest: string
  readonly label: string
  readonly onDay: (day: string | undefined) => void
}) => (
  <TypedField
    className="moment day"
    shown={day}
    label={label}
    placeholder="YYYY-MM-DD"
    parse={(typed) => {
      const parsed = parseDay(typed)
      return parsed !== undefined && parsed <= latest ? parsed : undefined
    }}
    onTaken={onDay}
  />
)
