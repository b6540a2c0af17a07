import { z } from 'zod'
import { Instant } from './day.ts'
import { evidenceSources } from './evidence-sources.ts'
import { Uuid } from './id.ts'
import { Label } from './values.ts'

export const EvidenceSource = z.enum(evidenceSources)
export type EvidenceSource = z.infer<typeof EvidenceSource>

/** Words, not decimals: high (JSON by a connector), medium (page by a connector), low (generic or import), stated (person). */
export const Confidence = z.enum(['high', 'medium', 'low', 'stated'])
export type Confidence = z.infer<typeof Confidence>

/** Evidence for one field. Written by the interpreter, never by a connector's author. */
export const Evidence = z.strictObject({
  source: EvidenceSource,
  /** Where in the material: JSON path, selector, or row and column in words. */
  locator: z.string().max(300),
  /** What was there, at most 120 characters, redacted. */
  excerpt: z.string().max(120),
  confidence: Confidence,
})
export type Evidence = z.infer<typeof Evidence>

/** The client's tenant at a vendor: an M365 tenant, a Slack workspace, a GitHub organization. */
export const VendorAccount = z.strictObject({
  /** The vendor's registrable domain: microsoft.com. */
  vendor: Label,
  id: Label,
  name: Label.optional(),
})
export type VendorAccount = z.infer<typeof VendorAccount>

/** The act of capturing: when, where, and by which connector. */
export const Capture = z.strictObject({
  id: Uuid,
  at: Instant,
  /** Without query and fragment, but for a fragment that is a path (`#/licenses`). */
  url: z.string().max(2000),
  connector: z.strictObject({ id: Label, version: z.int().min(1) }),
})
export type Capture = z.infer<typeof Capture>
