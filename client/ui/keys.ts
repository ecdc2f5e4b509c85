import { useEffect, useRef } from 'react'

/** What a key does now. Keys are written as printed on the buttons: `A`, `Esc`, `/`, `ArrowUp`, `Space`. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>

/** The printed name of a pressed key. */
export const nameOf = (e: Pick<KeyboardEvent, 'key'>): string => {
  if (e.key === ' ') return 'Space'
  if (e.key === 'Escape') return 'Esc'
  return e.key.length === 1 ? e.key.toUpperCase() : e.key
}

/** Someone writing, or a dialog that is open, must not set off shortcuts. */
const busy = (e: KeyboardEvent): boolean => {
  const target = e.target instanceof HTMLElement ? e.target : null
  const writing = target?.closest('input, textarea, select, [contenteditable=true]') != null
  const pressing = (e.key === 'Enter' || e.key === ' ') && target?.closest('button, a, [role=button]') != null
  const dialog = [...document.querySelectorAll('[role=dialog]')].some((d) => d.checkVisibility())
  return writing || pressing || dialog || e.isComposing || e.ctrlKey || e.metaKey || e.altKey
}

const layers: { current: KeyMap }[] = []
if (typeof addEventListener !== 'undefined')
  addEventListener('keydown', (e) => {
    if (busy(e)) return
    const name = nameOf(e)
    // The panel that came last answers first; what it leaves open falls through to the frame.
    const layer = layers.findLast((l) => l.current[name] !== undefined)
    if (layer === undefined) return
    e.preventDefault()
    layer.current[name]?.()
  })

/** Keys that hold while this component is shown. */
export const useKeys = (keys: KeyMap): void => {
  const layer = useRef(keys)
  layer.current = keys
  useEffect(() => {
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [])
}
