import type { Column } from '../columns.ts'
import type { Facts } from '../draft.ts'

/** `password_requirement: { minimum_length: 8, have_number: true }`: objects of the rules that a password must follow. */
const rules =
  /pass(?:word|code).*(?:polic|requirement|rule|complexity|setting|strength)|(?:polic|requirement|rule|complexity).*pass(?:word|code)/i

const ruleWords =
  /upper|lower|digit|numer|number|symbol|special|character|complex|letter|history|reuse|common|breach|dictionary|require/i

/** A rule of a password policy: what is at least needed, or a kind of character that must be there. */
export function isPasswordRule({ table, topic }: Facts, { path, leaf, label, shape }: Column): boolean {
  const own = leaf.has('password') && leaf.has('minimum')
  const key = label.split('.').at(-1) ?? ''
  const listed = table.near.at(-1) ?? ''
  const around =
    path.slice(-2).some((parent) => rules.test(parent)) ||
    rules.test(listed) ||
    (topic.subjectConcepts.has('password') && topic.subjectConcepts.has('policy'))
  if (shape.kind === 'number') return own || (around && leaf.has('minimum') && !/age|day|hour/i.test(key))
  return around && shape.kind === 'flag' && ruleWords.test(key)
}
