import { useEffect, useState } from 'react'

/** Rings as loudly as a page may: vibration, and a notice where the officer allowed it. */
export const useAlert = (ringing: boolean, title: string, body: string): void => {
  useEffect(() => {
    if (!ringing) return
    const ring = (): void => void navigator.vibrate?.([400, 200, 400])
    ring()
    const again = setInterval(ring, 3_000)
    void notify(title, body)
    return () => {
      clearInterval(again)
      navigator.vibrate?.(0)
    }
  }, [ringing, title, body])
}

const notify = async (title: string, body: string): Promise<void> => {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  // Phones show a notice only through the service worker.
  const worker = await navigator.serviceWorker?.getRegistration('/phone/')
  if (worker) await worker.showNotification(title, { body, tag: 'roll-call', requireInteraction: true })
  else new Notification(title, { body, tag: 'roll-call' })
}

export type Allowed = NotificationPermission | 'none'
export const useAllowed = (): readonly [Allowed, () => void] => {
  const [allowed, setAllowed] = useState<Allowed>('Notification' in window ? Notification.permission : 'none')
  return [allowed, () => void Notification.requestPermission().then(setAllowed)]
}

/** Where we are, or null when it is not to be had within the time; an answer never waits longer than that. */
export const whereAmI = (withinMs = 4_000): Promise<GeolocationPosition | null> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null)
    setTimeout(() => resolve(null), withinMs)
    const options = { enableHighAccuracy: true, timeout: withinMs, maximumAge: 10_000 }
    navigator.geolocation.getCurrentPosition(resolve, () => resolve(null), options)
  })
