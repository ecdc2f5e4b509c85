import type { TableColumnsType } from 'antd'
import type { FindingView } from '../../../server/contract/views.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { isUnseen } from '../../finding/waiting.ts'
import { say, useWords } from '../../i18n/language.ts'
import type { Dictionary } from '../../i18n/zh.ts'
import { live } from '../../live/feed.ts'
import type { Picture } from '../../live/picture.ts'
import { carrierName } from '../../ui/carrier-name.ts'
import { dateTimeOf, durationOf } from '../../ui/format.ts'

export const columnIds = [
  'grade',
  'title',
  'subject',
  'unit',
  'since',
  'openedAt',
  'lasted',
  'activity',
  'status',
  'by',
] as const
export type ColumnId = (typeof columnIds)[number]

/** A finding as the cells of a row: the same words on screen, on paper and in the file. */
export const cellsOf = (
  t: Dictionary,
  f: FindingView,
  names: Pick<Picture, 'carriers' | 'units' | 'status'>,
): Readonly<Record<ColumnId, string>> => {
  const { concerns, since, openedAt, grade, subject } = f.finding
  const unit = names.units.get(concerns.unit ?? '')
  const carrier = names.carriers.get(concerns.carrier ?? '')
  const until = f.endedAt ?? names.status()?.now ?? openedAt
  return {
    grade: `${t.grades[grade].name}·${t.grades[grade].word}`,
    title: say(f.title),
    subject: [carrier ? carrierName(carrier) : (concerns.carrier ?? subject), carrier?.plate].filter(Boolean).join(' '),
    unit: unit === undefined ? (concerns.unit ?? '') : say(unit.name),
    since: dateTimeOf(since),
    openedAt: dateTimeOf(openedAt),
    lasted: durationOf(until - since),
    activity: f.active ? t.finding.active : t.finding.ended,
    status: t.finding.status[f.status],
    by: (f.closed ?? f.verified ?? f.claimed ?? f.acknowledged)?.by ?? f.dismissal?.proposedBy ?? '',
  }
}

/** What the server can sort by. */
const sortable: ReadonlySet<ColumnId> = new Set<ColumnId>(['grade', 'unit', 'since', 'openedAt', 'status'])

export const useColumns = (visible: readonly ColumnId[], sort: string): TableColumnsType<FindingView> => {
  const t = useWords()
  return columnIds
    .filter((c) => visible.includes(c))
    .map((id) => ({
      key: id,
      title: t.queue.columns[id],
      sorter: sortable.has(id),
      sortOrder: sort === id ? ('ascend' as const) : sort === `-${id}` ? ('descend' as const) : null,
      ellipsis: id === 'title',
      ...(id === 'title' ? { width: '24%' } : {}),
      className: `col-${id}`,
      render: (_: unknown, f: FindingView) =>
        id === 'grade' ? <GradeBadge grade={f.finding.grade} loud={isUnseen(f)} /> : cellsOf(t, f, live)[id],
    }))
}
