import { z } from 'zod'
import { Assignment } from './assignment.ts'
import { Certificate } from './certificate.ts'
import { Binding, Client } from './client.ts'
import { Connector } from './connector.ts'
import { Control } from './control.ts'
import { DiscoveredProduct } from './discovered-product.ts'
import { Domain } from './domain.ts'
import { Invoice } from './invoice.ts'
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
} as const

/** Kinds of record of the workspace's own scope. */
export const workspaceTypes = { client: Client, binding: Binding, connector: Connector } as const

const captured = ['subscription', 'assignment', 'invoice', 'domain', 'certificate', 'control', 'product'] as const
export const CapturedType = z.enum(captured)
export type CapturedType = z.infer<typeof CapturedType>

const ofWorkspace = ['client', 'binding', 'connector'] as const
export const RecordType = z.enum([...captured, ...ofWorkspace])
export type RecordType = z.infer<typeof RecordType>

/** Whether a type belongs to the workspace's own scope; asked without a schema, which the popup does without. */
export const isOfWorkspace = (type: RecordType): type is (typeof ofWorkspace)[number] =>
  ofWorkspace.some((each) => each === type)

const schemas: Record<RecordType, z.ZodObject> = { ...capturedTypes, ...workspaceTypes }

/** The schema of one field of a record, or undefined where the type has no such field. */
export const fieldSchema = (type: RecordType, field: string): z.ZodType | undefined =>
  Object.hasOwn(schemas[type].shape, field) ? (schemas[type].shape[field] as z.ZodType) : undefined // zod types a shape's entry as $ZodType

/** The names of a type's fields, in the order in which people read them. */
export const fieldNames = (type: RecordType): string[] => Object.keys(schemas[type].shape)
