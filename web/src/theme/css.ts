import { colours, face, radius, scales, spaces, wallType } from './tokens'

const block = (selector: string, values: Record<string, string>) =>
  `${selector}{${Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`
const font = (name: string, value: string) => (name === 'row' || name === 'target' ? value : `${value} var(--face)`)

/** The tokens as CSS variables, switched by `data-mode` and `data-scale` on `html`. */
export function cssVariables(): string {
  const sizes = {
    face,
    ...Object.fromEntries(spaces.map((size) => [`sp-${size}`, `${size}px`])),
    ...Object.fromEntries(Object.entries(wallType).map(([name, value]) => [name, font(name, value)])),
    'r-control': `${radius.control}px`,
    'r-card': `${radius.card}px`,
  }
  return [
    block(':root', sizes),
    ...Object.entries(colours).map(([mode, values]) => block(`:root[data-mode=${mode}]`, values)),
    ':root[data-mode=dark]{color-scheme:dark}',
    ...Object.entries(scales).map(([scale, values]) =>
      block(`:root[data-scale=${scale}]`, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, font(name, value)]))),
    ),
  ].join('\n')
}

/** Puts the variables into the page; called once, before the first paint. */
export function applyTokens(): void {
  const sheet = document.createElement('style')
  sheet.textContent = cssVariables()
  document.head.prepend(sheet)
}
