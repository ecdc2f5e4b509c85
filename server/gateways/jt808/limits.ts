/** Bounds of the JT/T 808 gateway. Times are in milliseconds of the real clock, whatever clock the journal runs on. */
export interface Limits {
  /** Connections altogether, from one address, and from one address without authentication. */
  readonly connections: number
  readonly connectionsPerAddress: number
  readonly strangersPerAddress: number
  /** How long a connection may stay without authentication. */
  readonly authenticateWithinMs: number
  /** Silence after which a terminal is taken for gone: three heartbeats of the usual 60 s. */
  readonly idleMs: number
  /** How long one frame may take to arrive. */
  readonly frameWithinMs: number
  /** Unreadable frames in a minute before the connection is cut, before and after authentication. */
  readonly faultsOfStranger: number
  readonly faultsOfTerminal: number
  /** One fault of a kind and device is journalled in this time; the others are counted. */
  readonly faultWindowMs: number
  /** Frames before authentication that are let pass unanswered. */
  readonly ignoredOfStranger: number
  /** Wrong codes before the connection is cut. */
  readonly wrongCodes: number
  /** Frames a second of one connection, and how many at once; beyond them it is read more slowly, and nothing is lost. */
  readonly framesPerSecond: number
  readonly framesAtOnce: number
  /** How long to wait for the missing part of a message. */
  readonly partWithinMs: number
  /** After how long an unanswered command is sent again; the waits grow as §4.3.2 has it. */
  readonly commandAgainMs: number
  /** How long to wait for the answer to a command. */
  readonly commandWithinMs: number
  /** Above this many entries waiting in the journal sockets are not read; below half of it they are again. */
  readonly backlog: number
  /** Buffered reports that may wait for the journal at once, over all connections: live ones must not stand behind them. */
  readonly bulkInFlight: number
  /** Reads of one connection that may wait for the journal at once. */
  readonly readsInFlight: number
  /** Bytes of answers a terminal may leave unread. */
  readonly unreadAnswerBytes: number
  /** How often all of this is looked at. */
  readonly sweepMs: number
}

export const usualLimits: Limits = {
  connections: 10_000,
  connectionsPerAddress: 4_000,
  strangersPerAddress: 1_000,
  authenticateWithinMs: 30_000,
  idleMs: 180_000,
  frameWithinMs: 30_000,
  faultsOfStranger: 5,
  faultsOfTerminal: 60,
  faultWindowMs: 60_000,
  ignoredOfStranger: 200,
  wrongCodes: 3,
  framesPerSecond: 2_000,
  framesAtOnce: 10_000,
  partWithinMs: 10_000,
  commandAgainMs: 5_000,
  commandWithinMs: 20_000,
  backlog: 20_000,
  bulkInFlight: 500,
  readsInFlight: 32,
  unreadAnswerBytes: 256 * 1024,
  sweepMs: 1_000,
}
