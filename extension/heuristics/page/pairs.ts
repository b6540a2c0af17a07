import type { Line, Shown } from '../../connector-kit/material.ts'
import type { Group, Part, TextPart } from './part.ts'

const colon = /\s*[:：]$/
const isText = (part: Part | undefined): part is TextPart => part?.kind === 'text'
const isControl = (part: Part) => part.kind === 'text' && (part.box === 'control' || part.box === 'switch')

/** Short words without figures: what names a value rather than being one. */
export function isLabelLike(text: string): boolean {
  if (text.length > 60 || text.includes('\n') || !/\p{L}/u.test(text)) return false
  return !/\d/.test(text) && !/[.!?。]$/.test(text) && !/[@$€£¥✓✗]/.test(text)
}

/** A number, perhaps with a sign of a currency or a percentage: in a tile it stands above what it counts. */
const isFigure = (text: string) => /^\D{0,4}\d[\d.,\u00a0\u202f' ]*\D{0,4}$/.test(text)

const withoutColon = (text: string) => text.replace(colon, '').slice(0, 300)

/** Everything a part says, line by line. */
export function textOf(part: Part): Shown {
  if (part.kind === 'text' || part.kind === 'heading') return part.shown
  if (part.kind === 'pair') return { text: `${part.label}: ${part.value.text}`, ...hintsOf([part.value]) }
  if (part.kind === 'table') return { text: '' }
  const all = part.parts.map(textOf).filter(({ text }) => text !== '')
  return {
    text: all
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 2000),
    ...hintsOf(all),
  }
}

const hintsOf = (all: Shown[]): { hints?: string[] } => {
  const hints = all.flatMap((shown) => shown.hints ?? []).slice(0, 8)
  return hints.length > 0 ? { hints } : {}
}

const line = (label: string, value: Part, key: string): Line => ({
  ...textOf(value),
  label: withoutColon(label),
  ...(key === '' ? {} : { key: key.slice(0, 60) }),
})

export const keyOf = (part: Part): string => ('key' in part ? part.key : '')

/** A box that holds a name and a value and nothing else. */
export function pairOf({ parts, key }: Group): Line | undefined {
  const [first, second] = parts
  if (!first || !second) return undefined
  const control = parts.filter(isControl)
  const [only] = control
  if (only && control.length === 1 && parts.length <= 3) return controlLine(parts, only)
  if (!isText(first) || parts.length !== 2) return undefined
  // Two links side by side are two ways to go on.
  if (first.link && isText(second) && second.link && !colon.test(first.shown.text)) return undefined
  if (colon.test(first.shown.text)) return line(first.shown.text, second, keyOf(second) || key)
  if (isText(second) && isFigure(first.shown.text) && isLabelLike(second.shown.text))
    return line(second.shown.text, first, keyOf(first) || key)
  if (first.box === 'words' || !isLabelLike(first.shown.text)) return undefined
  return isShort(second) ? line(first.shown.text, second, keyOf(second) || key) : undefined
}

function controlLine(parts: Part[], control: Part): Line | undefined {
  const beside = parts.find((part) => part !== control && isText(part)) ?? parts.find((part) => part !== control)
  const label = beside && nameIn(beside, control)
  return label !== undefined && label.length <= 120 ? line(label, control, keyOf(control)) : undefined
}

/** The words beside a control; beside a switch the first of them may be its name and the others explain it. */
function nameIn(beside: Part, control: Part): string | undefined {
  if (isText(beside)) return beside.shown.text
  if (!isText(control) || control.box !== 'switch' || beside.kind !== 'group' || beside.parts.length > 3)
    return undefined
  const [first, ...others] = beside.parts
  const prose = others.every((part) => isText(part) && part.box !== 'control' && part.box !== 'switch')
  return (isText(first) || first?.kind === 'heading') && prose ? first.shown.text.split('\n')[0] : undefined
}

export function isShort(part: Part | undefined): boolean {
  if (part === undefined) return false
  if (part.kind === 'text') return part.shown.text.length <= 200
  return part.kind === 'group' && part.parts.length <= 3 && part.parts.every((inner) => isText(inner) && isShort(inner))
}

/** Lines of parts that follow one another: `Plan: Premium Expires: Friday`, or names and values in turn. */
export function linesOf(parts: Part[]): Line[] {
  const lines: Line[] = []
  const alternate = alternating(parts)
  let label = ''
  for (const part of parts) {
    const shown = textOf(part)
    const key = keyOf(part)
    if (shown.text === '') continue
    if (part.kind === 'pair')
      lines.push(line(part.label, { ...part, kind: 'text', shown: part.value, box: 'block' }, key))
    else if (label !== '') {
      lines.push(line(label, part, key))
      label = ''
    } else if ((isText(part) && colon.test(shown.text)) || alternate.has(part)) label = shown.text
    else lines.push(...split(shown, key))
  }
  if (label !== '') lines.push({ text: label })
  return lines
}

/** `Seats: 42` in one text. */
function split(shown: Shown, key: string): Line[] {
  const found = /^([^:：\n]{2,40})[:：]\s+(\S[^\n]{0,120})$/.exec(shown.text)
  const keyed = key === '' ? {} : { key: key.slice(0, 60) }
  const [, label, text] = found ?? []
  if (label !== undefined && text !== undefined && isLabelLike(label)) return [{ ...shown, text, label, ...keyed }]
  return [{ ...shown, ...keyed }]
}

/** Parts that take turns, a name and its value: headings before single texts, or two classes in turn. */
function alternating(parts: Part[]): Set<Part> {
  const names = new Set<Part>()
  for (let at = 0; at + 1 < parts.length; at++) {
    const [name, value, next] = [parts[at], parts[at + 1], parts[at + 2]]
    if (!name || !value || names.has(parts[at - 1] ?? name)) continue
    if (!isText(value) || !isLabelLike(textOf(name).text) || value.shown.text.length > 200) continue
    if (turns(name, value, next, parts[at - 2])) names.add(name)
  }
  return names
}

function turns(name: Part, value: TextPart, next: Part | undefined, before: Part | undefined): boolean {
  const other = next ?? before
  if (other === undefined) return false
  if (name.kind === 'heading') return other.kind === 'heading' && other.level === name.level
  if (!isText(name) || !isText(other) || name.key === '' || name.key === value.key) return false
  return other.key === name.key
}
