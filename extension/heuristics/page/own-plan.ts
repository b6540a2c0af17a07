import type { Block } from '../../connector-kit/material.ts'
import type { Fact, Reader } from './reader.ts'

type CardBlock = Extract<Block, { kind: 'card' }>

/** What is said to be one's own, in sentences: "You are on the Business plan". `X` stands for the name. */
const sentences: Record<string, string[]> = {
  en: [
    "you(?:[’']re| are)(?: currently)? (?:on|using|subscribed to)(?: the| our| a| an)? X (?:plan|tier|edition|subscription|package)",
    'your current plan is X',
  ],
  de: [
    '(?:sie|du|ihr team) (?:nutzen|nutzt|verwenden|verwendest|haben|hast)(?: derzeit| aktuell| momentan)? (?:den|das) X[- ](?:tarif|plan|paket|abo|abonnement)',
    '(?:den|ihr|dein)(?: aktueller)? (?:tarif|plan|paket) (?:ist )?X',
  ],
  fr: [
    "vous (?:êtes|utilisez|bénéficiez|disposez)(?: actuellement)?(?: abonnée?)?(?: à| au| sur| de| du| avec)? ?(?:la|le|l[’'])? ?(?:formule|forfait|offre|abonnement|plan) X",
  ],
  es: ['(?:tienes|tiene|estás en|está en|usas|usa|está usando)(?: actualmente)? el plan X'],
  pt: ['(?:você (?:está no|tem o|usa o|está usando o)|seu) plano(?: atual)?(?: é)?(?: o)? X'],
  it: ['(?:stai usando|stai utilizzando|hai|utilizzi|sei abbonato a)(?: attualmente)? il piano X'],
  nl: [
    '(?:je|u) (?:gebruikt|hebt|heeft)(?: momenteel| nu)? het X[- ](?:abonnement|pakket|plan)',
    '(?:je|u) (?:gebruikt|hebt|heeft)(?: momenteel| nu)? het (?:abonnement|pakket|plan) X',
  ],
  sv: ['(?:du|ni) (?:har|använder)(?: för närvarande)? (?:abonnemanget|planen|paketet) X'],
  da: ['(?:du|i) (?:har|bruger)(?: i øjeblikket)? (?:abonnementet|planen|pakken) X'],
  pl: ['(?:korzystasz|korzystacie)(?: obecnie)? z (?:planu|pakietu|abonamentu) X'],
  ja: ['(?:現在、?)?Xプランをご?(?:利用|契約)'],
  zh: ['(?:您|你)?(?:当前|目前|正在)(?:使用|套餐|版本)(?:的是|为|是|：|:)?X套餐'],
}

/** Up to five words, and none of them ends the sentence. */
const name = String.raw`([\p{L}\p{N}][\p{L}\p{N}+&-]{0,30}(?: [\p{L}\p{N}+&-]{1,30}){0,4}?)`
const filled = (text: string) => text.replace('X', name)
const bounded = (text: string) => String.raw`(?<![\p{L}])${text}(?![\p{L}])`
const patterns = Object.fromEntries(
  Object.entries(sentences).map(([code, list]) => [
    code,
    list.map((text) => new RegExp(code === 'ja' || code === 'zh' ? filled(text) : bounded(filled(text)), 'iu')),
  ]),
)

/** The plan that a sentence says is in use here; in the page's language or in English. */
export function ownPlanIn(text: string, code: string): string | undefined {
  if (text.length > 400) return undefined
  for (const pattern of [...(patterns[code] ?? []), ...(code === 'en' ? [] : (patterns.en ?? []))]) {
    const found = pattern.exec(text)?.[1]
    if (found !== undefined && isName(found, code)) return found
  }
  return undefined
}

/** "an annual plan", "Ihr Plan verlängert sich": a name is written as one; in Japanese, "現在の" only says which. */
const isName = (found: string, code: string): boolean =>
  code === 'ja' || code === 'zh'
    ? !found.endsWith('の')
    : /^(?:[\p{Lu}\p{N}]|free$)/u.test(found) && !/^trial$/i.test(found)

/** "You are on the Business plan. ⏎ The next billing cycle starts on …": the plan, and what stands beside it. */
export function ownPlanFacts({ title, lines }: CardBlock, reader: Reader): Fact[] {
  const texts = [title, ...lines.filter(({ label }) => label === undefined).flatMap(({ text }) => text.split('\n'))]
  const plan = texts.map((text) => ownPlanIn(text, reader.code)).find(Boolean)
  return plan === undefined ? [] : [{ label: 'plan', text: plan, hints: [] }]
}
