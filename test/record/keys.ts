/** What a field's name says about its value. */
export type Kind =
  | 'secret'
  | 'person'
  | 'first'
  | 'last'
  | 'login'
  | 'organization'
  | 'phone'
  | 'street'
  | 'note'
  | 'kept'
  | 'id'

/** `givenName`, `given_name`, `Given-Name` alike. */
const folded = (key: string): string => key.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

const rules: [Kind, RegExp][] = [
  [
    'secret',
    /password|passwd|secret|token|apikey|accesskey|privatekey|authorization|cookie|csrf|xsrf|signature|credential|nonce|challenge/,
  ],
  // What is sold, and the closed words of the vendor, are what a case is about.
  [
    'kept',
    /sku|product|plan|price|edition|tier|partnumber|feature|type|status|state|kind|currency|interval|frequency|scope|role|url|href|link/,
  ],
  ['first', /^(first|given|fore)name$/],
  ['last', /^(last|family|sur|middle)name$/],
  [
    'organization',
    /company|organi[sz]ation(?!id)|(team|tenant|workspace|account|customer|client|business|employer|org|site|registrant|department|costcent)(display)?(name|er)?$/,
  ],
  [
    'person',
    /^(full|display|real|user|person|contact|owner|admin|member|billing|preferred|formatted|nick)name|^(name)?(normalized)$|^(owner|manager|assignee|contact|createdby|updatedby|invitedby)$/,
  ],
  ['login', /^(login|user|username|handle|nickname|alias|mailnickname|samaccountname|uid)$/],
  ['phone', /phone|mobile|fax|^tel/],
  [
    'street',
    /street|addressline|^address\d?$|^line\d$|city|town|locality|zip|postal|postcode|latitude|longitude|taxn|vat(id|number)/,
  ],
  ['note', /note|comment|memo|remark|bio$/],
  ['id', /(id|ids|guid|uuid|key|number|code|serial|fingerprint|hash|etag|cursor|tenant|account|customer|org|self)$/],
]

export const kindOf = (key: string): Kind | undefined => rules.find(([, shape]) => shape.test(folded(key)))?.[0]

export const isName = (key: string): boolean => /^(name|title|label|text)$/.test(folded(key))
