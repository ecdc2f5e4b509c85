/** The part of a structured logger (pino's shape) that storage and journal use. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

/** Says nothing; for commands that print their own words. */
export const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} }
