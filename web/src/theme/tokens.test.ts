import { expect, test } from 'vitest'
import { cssVariables } from './css'
import { colours, scales } from './tokens'

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const pairs = [
  ['text', 'card'],
  ['text', 'page'],
  ['text', 'sunken'],
  ['text-2', 'card'],
  ['text-2', 'page'],
  ['text-2', 'sunken'],
  ['action', 'card'],
  ['action', 'page'],
  ['on-action', 'action'],
  ['danger', 'danger-bg'],
  ['clock', 'clock-bg'],
  ['on-clock-solid', 'clock-solid'],
  ['done', 'done-bg'],
  ['other', 'other-bg'],
  ['mine', 'mine-bg'],
  ['text', 'mine-bg'],
  ['text', 'clock-bg'],
  ['text', 'danger-bg'],
] as const

test.each(Object.entries(colours))('every text on its ground is readable, %s', (_, colour) => {
  for (const [text, ground] of pairs) expect([text, ground, contrast(colour[text], colour[ground]) >= 4.5]).toEqual([text, ground, true])
  for (const series of ['s1', 's2', 's3', 's4', 's-other', 'edge'] as const)
    expect([series, contrast(colour[series], colour.card) >= 3]).toEqual([series, true])
})

test('light and dark have the same roles, and every scale the same sizes', () => {
  expect(Object.keys(colours.dark)).toEqual(Object.keys(colours.light))
  for (const scale of Object.values(scales)) expect(Object.keys(scale)).toEqual(Object.keys(scales.usual))
})

test('an elderly person’s targets are at least 60 px and text 20 px, a phone’s 44 px', () => {
  expect(Number.parseInt(scales.elderly.target, 10)).toBeGreaterThanOrEqual(60)
  expect(Number.parseInt(scales.elderly.body, 10)).toBeGreaterThanOrEqual(20)
  expect(Number.parseInt(scales.phone.target, 10)).toBeGreaterThanOrEqual(44)
})

test('the page gets a block of variables per mode and scale', () => {
  for (const name of ['data-mode=light', 'data-mode=dark', 'data-scale=usual', 'data-scale=phone', 'data-scale=elderly'])
    expect(cssVariables()).toContain(`[${name}]`)
})
