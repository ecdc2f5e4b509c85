import type { Camera } from '../domain/camera/register.ts'

/**
 * ffmpeg's filters that black out the parts of a picture that are not shown, before it is made smaller; empty: there
 * are none. Each zone is covered by the box around it: more than was drawn, never less.
 */
export const maskFilters = (zones: Camera['privacyZones']): readonly string[] =>
  zones.map((zone) => {
    const [xs, ys] = [zone.map(([x]) => x), zone.map(([, y]) => y)]
    const [left, top] = [Math.min(...xs), Math.min(...ys)]
    const part = (of: 'iw' | 'ih', share: number): string => `${of}*${share.toFixed(4)}`
    const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
    // Two pixels more: edges are rounded, and colour is kept for pairs of pixels.
    return `drawbox=x=${part('iw', left)}-1:y=${part('ih', top)}-1:w=${part('iw', width)}+2:h=${part('ih', height)}+2:color=black:t=fill`
  })
