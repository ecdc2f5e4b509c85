/** Keeps the screen on, where the phone lets a page do so: a dark screen stops the camera of most phones. */
export const keepScreenOn = (): (() => void) => {
  let lock: WakeLockSentinel | undefined
  let over = false
  const ask = async (): Promise<void> => {
    if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    try {
      lock = await navigator.wakeLock.request('screen')
      if (over) void lock.release()
    } catch {
      // Low battery: the phone decides, and the page says what a dark screen means.
    }
  }
  // The lock is lost whenever the page is hidden.
  document.addEventListener('visibilitychange', ask)
  void ask()
  return () => {
    over = true
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}
