/** A column of what a connector says of where it read, as JSON brought it. */
export type Json = Readonly<Record<string, unknown>>

/** Digits of the longest number that a log is known to use (Oracle SCN, 64-bit LSN). */
const WIDTH = 20

const padded = (value: unknown, width = WIDTH): string | undefined => {
  const text = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : value
  return typeof text === 'string' && /^\d{1,20}$/.test(text) ? text.padStart(width, '0') : undefined
}

/** `["24023119","24023128"]`, as text: where the last commit stood, and where this row does. */
const sequenceOf = (value: unknown): readonly unknown[] => {
  if (typeof value !== 'string') return []
  try {
    const read: unknown = JSON.parse(value)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

/**
 * Rows leave PostgreSQL in the order of the commits, while their LSNs may be interleaved with those of another
 * transaction. The commit before comes first, where the connector tells it; for one row both orders are the same.
 */
const postgresql = (source: Json): string | undefined => {
  const lsn = padded(source.lsn)
  const [commit] = sequenceOf(source.sequence)
  return lsn && `${padded(commit) ?? '0'.repeat(WIDTH)}/${lsn}`
}

/** `mysql-bin.000003`, position 484, row 0 of its event. */
const mysql = (source: Json): string | undefined => {
  const file = typeof source.file === 'string' ? /^(.*?)(\d+)$/.exec(source.file) : null
  const pos = padded(source.pos)
  return file && pos ? `${file[1]}${file[2]!.padStart(10, '0')}/${pos}/${padded(source.row ?? 0, 10) ?? ''}` : undefined
}

/** The system change number; rows of one SCN by their place in the redo log. */
const oracle = (source: Json): string | undefined => {
  const scn = padded(source.scn)
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
  return scn && `${scn}/${text(source.rs_id)}/${padded(source.ssn ?? 0, 10) ?? ''}`
}

/** LSNs of SQL Server are hexadecimal in groups of one width each. */
const sqlserver = (source: Json): string | undefined => {
  const lsn = /^[0-9a-f]{8}:[0-9a-f]{8}:[0-9a-f]{4}$/i
  const { commit_lsn: commit, change_lsn: change } = source
  if (typeof commit !== 'string' || !lsn.test(commit)) return undefined
  const at = typeof change === 'string' && lsn.test(change) ? change : commit
  return `${commit}/${at}/${padded(source.event_serial_no ?? 0, 10) ?? ''}`.toLowerCase()
}

const byConnector: Readonly<Record<string, (source: Json) => string | undefined>> = {
  postgresql,
  mysql,
  mariadb: mysql,
  oracle,
  sqlserver,
}
export const connectors = Object.keys(byConnector)

/**
 * Where in its log a change stands: text that compares, as text, in the order of the log, whatever the database.
 * Undefined when the connector is not known or did not say.
 */
export const positionOf = (connector: string, source: Json): string | undefined =>
  Object.hasOwn(byConnector, connector) ? byConnector[connector]!(source) : undefined

/**
 * The row's own place, without the commit before it: sent again after a restart of the connector the commit may be
 * told differently, the place is not.
 */
export const placeOf = (connector: string, position: string): string =>
  connector === 'postgresql' ? position.slice(position.indexOf('/') + 1) : position
