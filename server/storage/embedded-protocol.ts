/** What the server's thread asks of the store's thread. Requests are answered in order. */
export type Request =
  | { readonly op: 'query'; readonly id: number; readonly sql: string; readonly params: readonly unknown[] }
  /** Statements of an open transaction are answered before they are durable; only its end waits for the disk. */
  | { readonly op: 'begin' | 'commit' | 'rollback'; readonly id: number }
  | { readonly op: 'listen' | 'unlisten'; readonly id: number; readonly channel: string }
  | { readonly op: 'close'; readonly id: number }

export interface Failure {
  readonly message: string
  readonly code: string
  readonly detail?: string | undefined
  readonly constraint?: string | undefined
}

export type Reply =
  | { readonly is: 'ready'; readonly version: string }
  | { readonly is: 'rows'; readonly id: number; readonly rows: readonly Record<string, unknown>[] }
  | { readonly is: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly is: 'notified'; readonly channel: string; readonly payload: string }
  /** The store cannot go on (disk full, I/O error): it must be started again and will recover from its log. */
  | { readonly is: 'broken'; readonly failure: Failure }

export interface WorkerData {
  /** Folder of the database cluster. */
  readonly cluster: string
}
