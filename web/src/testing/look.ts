/** What a page reads like to somebody who has no mouse; the journeys bring this file into the page and run it there. */

const native = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'
const presses = ['onClick', 'onMouseDown', 'onPointerDown'] as const

const isShown = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect()
  return (
    width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true }) && element.closest('.sr, [aria-hidden=true]') === null
  )
}

/** How a person would name the element: its tag, its classes and its first words. */
const nameOf = (element: Element): string => {
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
  return `<${[element.tagName.toLowerCase(), ...element.classList].join('.')}> “${words}”`
}

/** What React was told to do when the element is pressed. */
function reacts(element: Element): boolean {
  const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'))
  const props = key ? ((element as unknown as Record<string, Record<string, unknown>>)[key] ?? {}) : {}
  return presses.some((press) => typeof props[press] === 'function')
}

/** Kits put the real control, invisible, into what is seen and pressed. */
const pressedOf = (element: Element): Element =>
  element.closest('.ant-select, .ant-picker, label') ??
  (element.matches('input[type=radio], input[type=checkbox]') ? labelOf(element) : element)

const labelOf = (element: Element): Element => (element as HTMLInputElement).labels?.[0] ?? element

const tabbables = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(native)].filter(
    (element) => element.tabIndex >= 0 && !(element as HTMLButtonElement).disabled && isShown(pressedOf(element)) && element.id !== 'main',
  )

/** One of a group where arrows move, with one stop for Tab. */
const roves = (element: Element): boolean => {
  const group = element.closest('[role=listbox], [role=tablist], [role=grid], [role=menu], [role=radiogroup], [role=tree]')
  return (
    group !== null && (group.querySelector('[tabindex="0"]') !== null || document.querySelector(`[aria-controls="${group.id}"]`) !== null)
  )
}

function unreachable(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => isShown(element) && (element.matches('a[href], button') || reacts(element)))
    .filter((element) => element.tabIndex < 0 && !roves(element) && !(element as HTMLButtonElement).disabled)
    .filter((element) => element.querySelector(native) === null && element.closest('label, .ant-select, .ant-picker') === null)
    .map((element) => `keyboard: ${nameOf(element)} reacts to a press and has no stop for Tab`)
}

/** Focus as by Tab: a visible ring that no bar hides (WCAG 2.4.7, 2.4.11). */
function unseenFocus(): string[] {
  const found: string[] = []
  for (const element of tabbables()) {
    element.focus()
    const ringed = [element, pressedOf(element), element.parentElement ?? element].some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    })
    if (element === document.activeElement && !ringed) found.push(`focus: no ring on ${nameOf(element)}`)
    const shown = pressedOf(element)
    const { left, right, top, bottom } = shown.getBoundingClientRect()
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
    )
    const seen = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (shown.contains(top) || top.contains(shown) || shown.parentElement === top.parentElement)
    })
    if (!seen) found.push(`focus: ${nameOf(element)} is out of sight while it has the focus`)
  }
  ;(document.activeElement as HTMLElement | null)?.blur()
  return found
}

/** Targets large enough, or with room around them (WCAG 2.5.8); a link within a sentence has the size of the sentence. */
function smallTargets(least: number): string[] {
  const targets = [...new Set(tabbables().map(pressedOf))].filter((element) => !isWithinText(element))
  const boxes = targets.map((element) => element.getBoundingClientRect())
  const middle = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2] as const
  return targets.flatMap((element, place) => {
    const box = boxes[place] as DOMRect
    if (box.width >= least - 0.5 && box.height >= least - 0.5) return []
    const [x, y] = middle(box)
    const crowded = boxes.some((other, at) => {
      if (at === place) return false
      const [dx, dy] = [Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)]
      return Math.hypot(dx, dy) < least / 2
    })
    const roomy = least <= 24 && !crowded
    return roomy ? [] : [`target: ${nameOf(element)} is ${Math.round(box.width)} x ${Math.round(box.height)}, less than ${least}`]
  })
}

function isWithinText(element: Element): boolean {
  if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false
  const around = (element.parentElement?.textContent ?? '').trim()
  return around.length > (element.textContent ?? '').trim().length
}

/** One title, one filled button; what is wider than its window, and by how much. */
function misshapen(): string[] {
  const titles = [...document.querySelectorAll('h1')].filter(isShown)
  const filled = [...document.querySelectorAll('.btn.primary, .ant-btn-primary')].filter(isShown)
  const { scrollWidth, clientWidth } = document.documentElement
  return [
    ...(titles.length === 1 ? [] : [`shape: ${titles.length} titles (h1)`]),
    ...(filled.length > 1 ? [`shape: ${filled.length} filled buttons: ${filled.map(nameOf).join(', ')}`] : []),
    ...(scrollWidth > clientWidth ? [`shape: the page is ${scrollWidth - clientWidth} px wider than its window: ${widest()}`] : []),
  ]
}

/** Who reaches furthest to the right, the innermost of them. */
function widest(): string {
  const shown = [...document.querySelectorAll('body *')].filter(isShown)
  const [first] = shown.toReversed().toSorted((one, other) => other.getBoundingClientRect().right - one.getBoundingClientRect().right)
  return first ? nameOf(first) : ''
}

/** Names and amounts that are cut off. */
function cutOff(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter(
      (element) => isShown(element) && element.childElementCount === 0 && !element.matches('input, textarea, select, option, svg, path'),
    )
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
    .filter((element) => !element.matches('.may-cut, .may-cut *') && element.closest('[title]') === null)
    .map((element) => `cut: ${nameOf(element)} shows ${element.clientWidth} of ${element.scrollWidth} px`)
}

/** Everything that is wrong with the page as it stands, as sentences. */
export const findings = (least: number): string[] => [
  ...misshapen(),
  ...cutOff(),
  ...unreachable(),
  ...smallTargets(least),
  ...unseenFocus(),
]

/** Where the page leads to. */
export const links = (): string[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => link.origin === location.origin)
    .map((link) => link.pathname)
