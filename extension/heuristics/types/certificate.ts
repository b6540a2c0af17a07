import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Judge, Row } from '../draft.ts'
import { has, newDraft, take, takeDay } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { mentions, otherThings, surrounds } from '../topics.ts'
import { hostOf, isOpaque, labelOf } from '../values/shape.ts'
import { yesNoOf } from '../values/word.ts'

const words = new Set(['certificate', 'cert', 'ssl', 'tls'])

/** X.509 certificates: a subject and an end or an issuer, in a list of certificates or with fields only they have. */
export const judgeCertificates: Judge = (facts) => {
  const { columns, topic } = facts
  const marks = columnsIn(columns, 'subject', 'names', 'serial').length
  const issuers = columnsIn(columns, 'issuer')
  // "orders" of certificates: what only certificates have counts for more than the list's name.
  if (mentions(topic, otherThings) && !mentions(topic, words) && marks + issuers.length < 2) return null
  const subjects = subjectColumns(facts)
  const ends = columnsIn(columns, 'endsOn')
  const named = mentions(topic, words) || topic.subjectConcepts.has('certificate')
  const around = surrounds(topic, words) || topic.aroundConcepts.has('certificate')
  const score =
    (named ? 2 : around ? 1 : 0) +
    (ends.length ? 1 : 0) +
    (issuers.length ? 1.5 : 0) +
    Math.min(marks, 2) +
    (named && (columnsIn(columns, 'host').length || namesIn(facts).length) ? 0.5 : 0) -
    (columnsIn(columns, 'email', 'totalPrice').length ? 2 : 0)
  if (!subjects.length || !(ends.length || issuers.length) || !(named || marks)) return null
  // A license is issued to somebody by somebody, too.
  if (!named && (topic.subjectConcepts.has('license') || topic.subjectConcepts.has('subscription'))) return null
  return score >= 3.5 ? { type: 'certificate', score, read: (row) => readCertificate(facts, row, subjects) } : null
}

const subjectColumns = (facts: Facts): Column[] => {
  const shallow = (column: Column) => column.path.length <= 2
  // Beside the name that a certificate is for, a domain says under which it stands.
  const hosts = [...columnsIn(facts.columns, 'host'), ...facts.columns.filter(isUnnamedHost)]
  const specific = hosts.filter(({ leaf }) => !leaf.has('domain'))
  const [own, names] = [columnsIn(facts.columns, 'subject'), columnsIn(facts.columns, 'name')]
  return [...own, ...specific, ...hosts, ...names, ...namesIn(facts)].filter(shallow)
}

const isUnnamedHost = ({ role, shape }: Column) => role === null && shape.kind === 'host'

/** All names that it covers; in an object about a certificate "domains" are these. */
const namesIn = ({ columns }: Facts): Column[] => [
  ...columnsIn(columns, 'names'),
  ...columns.filter(({ label, shape }) => /(?:^|\.)(?:domains|hosts|hostnames)$/i.test(label) && shape.kind !== 'flag'),
]

/** "CN=example.com, O=…" → example.com; other texts as they are. */
export function commonName(value: unknown): string | undefined {
  const text = labelOf(value)
  if (text === undefined || isOpaque(text)) return undefined
  const found = /(?:^|[,/;]\s?)(?:CN|commonName)\s?=\s?([^,/;]{1,200})/i.exec(text)?.[1]?.trim()
  return found ?? text
}

/** An issuer's distinguished name: its common name, else its organization. */
function issuerName(value: unknown): string | undefined {
  const text = labelOf(value)
  return commonName(text) === text
    ? (/(?:^|[,/;]\s?)O\s?=\s?([^,/;]{1,200})/.exec(text ?? '')?.[1]?.trim() ?? text)
    : commonName(text)
}

function readCertificate(facts: Facts, row: Row, subjects: Column[]): Draft | null {
  const { columns, lang } = facts
  const draft = newDraft('certificate')
  const names = namesIn(facts)
  const subject = (value: unknown, column: Column) => (names.includes(column) ? namesOf(value)?.[0] : commonName(value))
  if (!take(draft, 'subject', row, subjects, subject)) return null
  const providers = columns.filter(({ role, leaf }) => role === 'vendor' && leaf.has('certificate'))
  take(draft, 'issuer', row, [...columnsIn(columns, 'issuer'), ...providers], issuerName)
  take(draft, 'names', row, names, namesOf)
  take(draft, 'serial', row, columnsIn(columns, 'serial'), labelOf)
  takeDay(draft, 'startsOn', row, columnsIn(columns, 'startsOn'), facts)
  takeDay(draft, 'endsOn', row, columnsIn(columns, 'endsOn'), facts)
  take(draft, 'autoRenews', row, columnsIn(columns, 'auto'), (value) => yesNoOf(value, lang))
  if (!has(draft, 'endsOn', 'issuer')) return null
  draft.keys = identityOf('certificate', draft.fields)
  return draft
}

function namesOf(value: unknown): string[] | undefined {
  if (typeof value !== 'string' || value.length > 4000) return undefined
  const names = value.split(/[\s,;]+/).flatMap((name) => hostOf(name.replace(/^DNS:/i, '')) ?? [])
  return names.length ? names.slice(0, 200) : undefined
}
