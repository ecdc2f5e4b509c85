/**
 * Word between the processes of one installation: small, quick, and not kept. What must not be lost is in the
 * journal; a message only says that it is worth looking.
 */
export interface Bus {
  /** Resolves when it was handed over. Rejects when the other processes cannot be reached now. */
  publish(channel: string, payload: string): Promise<void>
  /** Calls back for each message on the channel, in the order they were published. Returns how to stop. */
  subscribe(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** A bus for a process that is alone. */
export const inProcessBus = (): Bus => {
  const heardByChannel = new Map<string, Set<(payload: string) => void>>()
  let closed = false
  return {
    publish: async (channel, payload) => {
      if (closed) throw new Error('the bus is closed')
      // Not within the caller's own turn: with Redis nobody hears before publish returns either.
      queueMicrotask(() => {
        for (const heard of [...(heardByChannel.get(channel) ?? [])]) heard(payload)
      })
    },
    subscribe: async (channel, heard) => {
      if (closed) throw new Error('the bus is closed')
      // Twice the same function is two subscriptions.
      const own = (payload: string): void => heard(payload)
      const set = heardByChannel.get(channel) ?? new Set()
      heardByChannel.set(channel, set.add(own))
      return async () => {
        set.delete(own)
        if (set.size === 0 && heardByChannel.get(channel) === set) heardByChannel.delete(channel)
      }
    },
    close: async () => {
      closed = true
      heardByChannel.clear()
    },
  }
}
