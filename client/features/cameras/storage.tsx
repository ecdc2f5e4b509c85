import type { StorageReply } from '../../../server/contract/recordings.ts'
import { useWords } from '../../i18n/language.ts'
import { useNow } from '../../live/use-live.ts'
import { daysLeft, sizeOf } from './model.ts'

/** What the disk holds, for how long it will do, whether anything is being recorded, and how long each place is kept. */
export const Storage = ({ storage }: { readonly storage: StorageReply }) => {
  const t = useWords().cameras.storage
  const { bytes, heldBytes, freeBytes, totalBytes, bytesPerDay, state, recording, problem, retention } = storage
  const left = daysLeft(storage, useNow())
  const share = (n: number): string => `${Math.min(100, (n / Math.max(1, totalBytes)) * 100)}%`
  const others = Math.max(0, totalBytes - freeBytes - bytes)
  return (
    <section className="storage" aria-label={t.title}>
      <div className="storage-disk">
        <p>
          <b>{t.title}</b>
          <span className={`chip ${state === 'ok' ? 'chip-ok' : 'chip-warn'}`}>{t.states[state]}</span>
          <span className={`chip ${problem === null ? 'chip-ok' : 'chip-warn'}`}>
            {problem === null ? t.recording(recording) : t.problem(problem)}
          </span>
        </p>
        <div className="storage-bar" aria-hidden="true">
          <span className="storage-recorded" style={{ width: share(bytes) }} />
          <span className="storage-others" style={{ width: share(others) }} />
        </div>
        <p className="muted">
          {t.used} {sizeOf(bytes)} · {t.held} {sizeOf(heldBytes)} · {t.perDay} {sizeOf(bytesPerDay)} · {t.free}{' '}
          {sizeOf(freeBytes)} / {sizeOf(totalBytes)}
          {left !== undefined && ` · ${t.left(left)}`}
        </p>
      </div>
      <dl className="storage-kept" aria-label={t.retention}>
        {retention.map(({ area, leastDays, keepDays }) => (
          <div key={area}>
            <dt>{t.areas[area]}</dt>
            <dd>{t.keep(leastDays, keepDays)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
