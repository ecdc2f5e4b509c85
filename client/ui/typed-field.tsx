import { useState } from 'react'

interface Props<T> {
  /** What is there, as it is written everywhere else on the screen. */
  readonly shown: string
  readonly label: string
  readonly placeholder: string
  readonly className: string
  /** Undefined for what says nothing sensible. */
  readonly parse: (typed: string) => T | undefined
  /** Undefined when the field was emptied. */
  readonly onTaken: (value: T | undefined) => void
}

/** A field that takes a value by Enter or by being left, shows what it cannot read as wrong, and forgets it at Escape. */
export const TypedField = <T,>({ shown, label, placeholder, className, parse, onTaken }: Props<T>) => {
  const [typed, setTyped] = useState<string>()
  const value = typed === undefined ? undefined : parse(typed)
  const bad = typed !== undefined && typed.trim() !== '' && value === undefined
  const take = (): void => {
    if (typed === undefined || bad) return
    onTaken(value)
    setTyped(undefined)
  }
  return (
    <input
      className={`field ${className}`}
      aria-label={label}
      title={label}
      aria-invalid={bad}
      placeholder={placeholder}
      value={typed ?? shown}
      onFocus={(e) => e.target.select()}
      onChange={(e) => setTyped(e.target.value)}
      onBlur={() => (bad ? setTyped(undefined) : take())}
      onKeyDown={(e) => {
        if (e.key === 'Enter') take()
        if (e.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}
