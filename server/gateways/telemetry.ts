/** Where a gateway says what happened; pino fits as it is. Never a credential, never a whole frame. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** Counters by name, such as `jt808.frames`; whoever wires the process decides where they go. */
export interface Metrics {
  add(name: string, by?: number): void
}
