import { useEffect, useRef } from 'react'
import type { CarrierState, CarrierView } from '../../../server/contract/views.ts'
import { useWords } from '../../i18n/language.ts'
import { readPalette } from '../../map/palette.ts'
import { directionOf, states } from '../../map/scene.ts'
import { createSprites, SPRITE } from '../../map/sprites.ts'
import { useTheme } from '../../ui/theme.ts'

/** The very figure that the map draws, so that list, legend and map cannot disagree. */
export const Figure = ({ kind, state }: { readonly kind: CarrierView['kind']; readonly state: CarrierState }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the palette
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d')
    if (ctx == null) return
    const direction = directionOf(45, state === 'live' ? 40 : 0)
    const figure = createSprites(readPalette(), 2).figure(
      kind === 'vehicle' ? 0 : 1,
      states.indexOf(state),
      direction,
      0,
      false,
    )
    ctx.clearRect(0, 0, SPRITE * 2, SPRITE * 2)
    ctx.drawImage(figure, 0, 0)
  }, [kind, state, theme])
  return <canvas ref={canvas} className="figure" width={SPRITE * 2} height={SPRITE * 2} />
}

export const Legend = () => {
  const t = useWords()
  return (
    <section className="legend">
      <h3 className="muted">
        {t.situation.legend} · {t.situation.legendSquare} · {t.situation.legendCircle}
      </h3>
      {(['live', 'last-known', 'silent', 'off-duty'] as const).map((state) => (
        <div key={state} title={t.carrier.stateHints[state]}>
          <Figure kind="vehicle" state={state} />
          <Figure kind="officer" state={state} />
          <span>
            {t.carrier.states[state]} <span className="muted">{t.carrier.stateHints[state]}</span>
          </span>
        </div>
      ))}
    </section>
  )
}
