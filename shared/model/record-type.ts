import { z } from 'zod'
import { Acknowledgement } from './acknowledgement.ts'
import { Alias } from './alias.ts'
import { Assignment } from './assignment.ts'
import { Certificate } from './certificate.ts'
import { Charge } from './charge.ts'
import { Binding, Client } from './client.ts'
import { Connector } from './connector.ts'
import { Control } from './control.ts'
import { Decision } from './decision.ts'
import { DiscoveredProduct } from './discovered-product.ts'
import { Domain } from './domain.ts'
import { Invoice } from './invoice.ts'
import { Judgement } from './judgement.ts'
import { Lot } from './lot.ts'
import { Person } from './person.ts'
import { Rate } from './rate.ts'
import { Subscription } from './subscription.ts'

/** Kinds of record that a capture can propose. All belong to a client's scope. */
export const capturedTypes = {
  subscription: Subscription,
  assignment: Assignment,
  invoice: Invoice,
  domain: Domain,
  certificate: Certificate,
  control: Control,
  product: DiscoveredProduct,
  charge: Charge,
} as const

/** Kinds of record of a client's scope that only people write. */
export const statedTypes = {
  lot: Lot,
  decision: Decision,
  acknowledgement: Acknowledgement,
  person: Person,
  judgement: Judgement,
} as const

/** Kinds of record of the workspace's own scope. */
export const workspaceTypes = {
  client: Client,
  binding: Binding,
  connector: Connector,
  alias: Alias,
  rate: Rate,
} as const

const captured = [
  'subscription',
  'assignment',
  'invoice',
  'domain',
  'certificate',
  'control',
  'product',
  'charge',
] as const
export const CapturedType = z.enum(captured)
export type CapturedType = z.infer<typeof CapturedType>

const stated = ['lot', 'decision', 'acknowledgement', 'person', 'judgement'] as const
const ofWorkspace = ['client', 'binding', 'connector', 'alias', 'rate'] as const
export type StatedType = (typeof stated)[number]
/** Everything that is one client's. */
export type ClientType = CapturedType | StatedType
export const RecordType = z.enum([...captured, ...stated, ...ofWorkspace])
export type RecordType = z.infer<typeof RecordType>

/** Whether a type belongs to the workspace's own scope; asked without a schema, which the popup does without. */
export const isOfWorkspace = (type: RecordType): type is (typeof ofWorkspace)[number] =>
  ofWorkspace.some((each) => each === type)

const schemas: Record<RecordType, z.ZodObject> = { ...capturedTypes, ...statedTypes, ...workspaceTypes }

/** Whether a type is captured, and not only stated by people; asked without a schema. */
export const isCaptured = (type: RecordType): type is CapturedType => captured.some((each) => each === type)

/** The schema of one field of a record, or undefined where the type has no such field. */
export const fieldSchema = (type: RecordType, field: string): z.ZodType | undefined =>
  Object.hasOwn(schemas[type].shape, field) ? (schemas[type].shape[field] as z.ZodType) : undefined // zod types a shape's entry as $ZodType

/** The names of a type's fields, in the order in which people read them. */
export const fieldNames = (type: RecordType): string[] => Object.keys(schemas[type].shape)
