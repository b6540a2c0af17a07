/** How a field is called, and as what it is written and typed in. The order is the order on screen. */
export type FieldWords =
  | { label: string; kind: 'text' | 'count' | 'money' | 'day' | 'flag' | 'period' | 'length' | 'list' | 'counts' }
  | { label: string; kind: 'choice'; choices: Record<string, string> }

/** Typed against the model: a field without words does not compile. */
export type Every<T> = { [K in keyof Required<T>]: FieldWords }

/** A choice names each word of the model's enumeration; a new one there does not compile until it is worded here. */
export const choice = <W extends string>(label: string, choices: Record<W, string>): FieldWords => ({
  label,
  kind: 'choice',
  choices,
})

/** Words that more than one type has. */
export const priceBasis = { 'per-unit': 'per unit', 'per-pack': 'per pack', flat: 'flat' }
export const payer = { client: 'the client', msp: 'us', reseller: 'the reseller', employee: 'an employee' }
