import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../server/domain/geo.ts'
import { geometryProblem, MAX_VERTICES } from '../../server/web/geometry.ts'

const at = (points: readonly (readonly [number, number])[]): LngLat[] =>
  points.map(([x, y]) => [116 + x / 100, 30 + y / 100])
const square = at([
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
])

describe('a zone is closed, does not cross itself, lies in China and has at most 2000 vertices', () => {
  it('a square is fine', () => expect(geometryProblem([square])).toBeUndefined())
  it('with a hole inside too', () =>
    expect(
      geometryProblem([
        square,
        at([
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
          [1, 1],
        ]),
      ]),
    ).toBeUndefined())
  it.each([
    [
      'not closed',
      [
        at([
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 4],
        ]),
      ],
      /not closed/,
    ],
    [
      'a bow tie',
      [
        at([
          [0, 0],
          [4, 4],
          [4, 0],
          [0, 3],
          [0, 0],
        ]),
      ],
      /crosses itself/,
    ],
    [
      'touching itself in a point',
      [
        at([
          [0, 0],
          [4, 0],
          [2, 2],
          [4, 4],
          [0, 4],
          [2, 2],
          [0, 0],
        ]),
      ],
      /crosses itself/,
    ],
    [
      'running back over itself',
      [
        at([
          [0, 0],
          [4, 0],
          [2, 0],
          [2, 2],
          [0, 0],
        ]),
      ],
      /crosses itself/,
    ],
    [
      'a point twice in a row',
      [
        at([
          [0, 0],
          [4, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ]),
      ],
      /crosses itself/,
    ],
    [
      'a hole across the edge',
      [
        square,
        at([
          [3, 1],
          [6, 1],
          [6, 2],
          [3, 2],
          [3, 1],
        ]),
      ],
      /crosses/,
    ],
    [
      'no area',
      [
        at([
          [0, 0],
          [2, 2],
          [4, 4],
          [0, 0],
        ]),
      ],
      /area is zero/,
    ],
    ['latitude first', [square.map(([x, y]): LngLat => [y, x - 40])], /outside China/],
    [
      'null island',
      [
        at([
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ]).map((): LngLat => [0, 0]),
      ],
      /outside China/,
    ],
    [
      'a whole province',
      [
        [
          [110, 30],
          [120, 30],
          [120, 31],
          [110, 31],
          [110, 30],
        ] as LngLat[],
      ],
      /degrees across/,
    ],
  ])('%s', (_, polygon, problem) => {
    expect(geometryProblem(polygon)?.en).toMatch(problem)
    expect(geometryProblem(polygon)?.zh).toMatch(/[一-鿿]/)
  })
  it('too many vertices', () => {
    const circle = Array.from({ length: MAX_VERTICES }, (_, i): LngLat => {
      const turn = (i / MAX_VERTICES) * 2 * Math.PI
      return [116 + Math.cos(turn) / 10, 30 + Math.sin(turn) / 10]
    })
    expect(geometryProblem([[...circle, circle[0]!]])?.en).toMatch(/vertices/)
    const fewer = circle.filter((_, i) => i % 2 === 0)
    expect(geometryProblem([[...fewer, fewer[0]!]])).toBeUndefined()
  })
  it('any star around a point is simple, wherever it starts', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 0.2, noNaN: true }), { minLength: 3, maxLength: 60 }),
        (radii) => {
          const ring = radii.map((r, i): LngLat => {
            const turn = (i / radii.length) * 2 * Math.PI
            return [116 + r * Math.cos(turn), 30 + r * Math.sin(turn)]
          })
          expect(geometryProblem([[...ring, ring[0]!]])).toBeUndefined()
        },
      ),
    ))
})
