import { type ReactNode, useEffect, useRef, useState } from 'react'

interface Props<T> {
  readonly items: readonly T[]
  readonly height: number
  readonly id: (item: T) => string
  readonly chosen: string | undefined
  readonly label: string
  readonly row: (item: T) => ReactNode
  readonly onChoose: (id: string) => void
  readonly onDouble?: ((id: string) => void) | undefined
}

/** How many rows beyond the window are kept, so that a fast scroll shows no white. */
const SPARE = 8

/** A list of rows of one height that draws only those in its window: as quick with ten thousand as with ten. */
export const Rows = <T,>({ items, height, id, chosen, label, row, onChoose, onDouble }: Props<T>) => {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, size: 600 })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const look = (): void => setView({ top: element.scrollTop, size: element.clientHeight })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  const at = items.findIndex((item) => id(item) === chosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the choice changes, never because rows came or went
  useEffect(() => {
    const element = box.current
    if (element === null || at < 0) return
    if (at * height < element.scrollTop) element.scrollTop = at * height
    const bottom = (at + 1) * height - element.clientHeight
    if (bottom > element.scrollTop) element.scrollTop = bottom
  }, [chosen])
  const from = Math.max(0, Math.floor(view.top / height) - SPARE)
  const to = Math.min(items.length, Math.ceil((view.top + view.size) / height) + SPARE)
  return (
    <div className="rows" ref={box} role="listbox" aria-label={label} tabIndex={0}>
      <div style={{ height: items.length * height, position: 'relative' }}>
        {items.slice(from, to).map((item, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the page move the choice
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus
          <div
            key={id(item)}
            role="option"
            aria-selected={id(item) === chosen}
            className="row"
            style={{ height, transform: `translateY(${(from + i) * height}px)` }}
            onClick={() => onChoose(id(item))}
            onDoubleClick={() => onDouble?.(id(item))}
          >
            {row(item)}
          </div>
        ))}
      </div>
    </div>
  )
}
