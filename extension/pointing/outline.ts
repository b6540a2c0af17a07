import { boxOf } from './frames.ts'

/** Our frame over the page while a person points: it takes every click, so that none reaches the page (T05). */
export type Outline = { glass: HTMLElement; around: (element: Element | null) => void; remove: () => void }

/** In a closed shadow root, styled without a style sheet, which the page's policy could refuse. */
export function openOutline(document: Document): Outline {
  const glass = document.createElement('div')
  glass.setAttribute('aria-hidden', 'true')
  dress(glass, { position: 'fixed', inset: '0', zIndex: '2147483647', cursor: 'crosshair', margin: '0', padding: '0' })
  const frame = frameOf(document)
  glass.attachShadow({ mode: 'closed' }).append(frame)
  document.documentElement.append(glass)
  return {
    glass,
    around: (element) => surround(frame, element),
    remove: () => glass.remove(),
  }
}

/** A frame that stands nowhere yet. */
export function frameOf(document: Document): HTMLElement {
  const frame = document.createElement('div')
  dress(frame, {
    position: 'fixed',
    display: 'none',
    border: '2px solid #0f766e',
    borderRadius: '4px',
    background: 'rgb(15 118 110 / 12%)',
    boxShadow: '0 0 0 2px #fff',
    pointerEvents: 'none',
    boxSizing: 'border-box',
  })
  return frame
}

export function surround(frame: HTMLElement, element: Element | null): void {
  const box = element && boxOf(element)
  dress(frame, box ? around(box) : { display: 'none' })
}

const around = ({ left, top, width, height }: DOMRect): Partial<CSSStyleDeclaration> => ({
  display: 'block',
  left: `${left - 3}px`,
  top: `${top - 3}px`,
  width: `${width + 6}px`,
  height: `${height + 6}px`,
})

export const dress = (element: HTMLElement, style: Partial<CSSStyleDeclaration>): void =>
  void Object.assign(element.style, style)
