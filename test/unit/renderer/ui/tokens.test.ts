import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Rgb = readonly [number, number, number]

const css = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8')

function tokensOf(theme: string): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-theme="${theme}"]`))
  const body = block.slice(block.indexOf('{'), block.indexOf('}'))
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']))
}

function rgb(hex: string): Rgb {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1]
  if (!digits) throw new Error(`${hex} is no colour`)
  const at = (place: number) => Number.parseInt(digits.slice(place, place + 2), 16)
  return [at(0), at(2), at(4)]
}

// Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function contrast(one: Rgb, two: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function washed(wash: string, paper: Rgb): Rgb {
  const [, red, green, blue, percent] = /rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/.exec(wash) ?? []
  const share = Number(percent) / 100
  const mix = (part: string | undefined, below: number) => Number(part) * share + below * (1 - share)
  return [mix(red, paper[0]), mix(green, paper[1]), mix(blue, paper[2])]
}

const texts = ['ink', 'quiet', 'accent', 'warn', 'danger', 'kind-person', 'kind-group', 'kind-place', 'kind-figure']
const papers = ['page', 'surface', 'sunken']
const colors = ['yellow', 'blue', 'orange', 'green', 'rose', 'violet', 'teal', 'grey']

describe.each(['light', 'sepia', 'dark'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const color = (name: string) => rgb(tokens.get(name) ?? '')
  const below = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([one, two]) => `${one} on ${two}: ${contrast(color(one), color(two)).toFixed(2)}`)
      .filter((line) => Number(line.split(': ')[1]) < least)

  it('sets every text at 4.5 to 1 at least', () => {
    const pairs = texts.flatMap((text) => papers.map((paper) => [text, paper] as const))
    const others = [
      ['on-accent', 'accent'],
      ['on-accent', 'accent-strong'],
      ['folder-ink', 'folder'],
      ['ink', 'hit'],
      ['accent', 'accent-wash'],
      ['danger', 'danger-wash'],
    ] as const
    expect(below([...pairs, ...others], 4.5)).toEqual([])
  })

  it('draws marks and strong rules at 3 to 1 at least', () => {
    const names = [...colors.map((name) => `mark-${name}`), 'rule-strong']
    const pairs = names.flatMap((name) => ['page', 'surface'].map((paper) => [name, paper] as const))
    expect(below(pairs, 3)).toEqual([])
  })

  it('keeps ink readable on every wash, and on two that overlap', () => {
    const washes = colors.map((name) => tokens.get(`mark-${name}-wash`) ?? '')
    const unreadable = washes.flatMap((one, place) => {
      const once = washed(one, color('page'))
      const twice = washed(washes[(place + 1) % washes.length] ?? one, once)
      return [contrast(color('ink'), once), contrast(color('ink'), twice)].filter((ratio) => ratio < 4.5)
    })
    expect(unreadable).toEqual([])
  })
})
