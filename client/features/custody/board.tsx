import type { StayView } from '../../../server/contract/custody.ts'
import { useWords } from '../../i18n/language.ts'
import { useKeys } from '../../ui/keys.ts'
import { setParams } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { Rows } from '../../ui/rows.tsx'
import { byPress } from './model.ts'
import { StayRow } from './stay-row.tsx'

const ROW_PX = 68

interface Props {
  readonly stays: ReadonlyMap<string, StayView>
  readonly now: number
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** One row a stay, the most pressing first. */
export const Board = ({ stays, now, chosen, onChoose }: Props) => {
  const t = useWords().custody
  const items = [...stays.values()].sort(byPress(now))
  const at = items.findIndex((s) => s.id === chosen)
  const step = (by: number): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))]
    if (next) onChoose(next.id)
  }
  const open = (id: string): void => setParams({ stay: id })
  useKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: at < 0 ? undefined : () => open(items[at]!.id),
  })
  if (items.length === 0) return <Message title={t.empty} hint={t.emptyHint} />
  return (
    <div className="board">
      <div className="stay-row board-head" aria-hidden="true">
        {Object.entries(t.columns).map(([key, word]) => (
          <span key={key}>{word}</span>
        ))}
      </div>
      <Rows
        items={items}
        height={ROW_PX}
        id={(s) => s.id}
        chosen={chosen}
        label={t.board}
        row={(s) => <StayRow stay={s} now={now} />}
        onChoose={onChoose}
        onDouble={open}
      />
    </div>
  )
}
