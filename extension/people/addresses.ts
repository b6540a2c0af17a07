/** Addresses as people type or paste them: one a line, with commas or spaces between. Undefined where one of them is none. */
export function addressesIn(text: string): string[] | undefined {
  const said = text
    .split(/[\s,;]+/)
    .map((each) => each.replace(/^<|>$/g, '').toLowerCase())
    .filter(Boolean)
  return said.every((each) => /^[^@]+@[^@]+\.[^@]+$/.test(each) && each.length <= 320) ? [...new Set(said)] : undefined
}
