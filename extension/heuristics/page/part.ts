import type { Line, Shown } from '../../connector-kit/material.ts'

/** The page as nested boxes, with what arranges but does not say anything taken out. */
export type TextPart = {
  kind: 'text'
  shown: Shown
  key: string
  box: 'words' | 'inline' | 'block' | 'control' | 'switch'
  /** It leads somewhere. */
  link?: true
}
export type Part =
  | TextPart
  | { kind: 'heading'; level: number; shown: Shown }
  | { kind: 'pair'; label: string; value: Shown; key: string }
  | { kind: 'table'; read: TableRead | undefined; inner: Part[] }
  | Group
export type Group = {
  kind: 'group'
  parts: Part[]
  tag: string
  classes: string[]
  key: string
  name: string
  /** What its class says of its state ("inactive"), '' for nothing. */
  state: string
}

/** A table as it will stand under its headings; one whose rows name a value each is lines of a card. */
export type TableRead = { caption: string } & (
  | { lines: Line[] }
  | { header: string[]; keys: string[]; rows: Shown[][]; ids: string[]; total: number | undefined }
)
