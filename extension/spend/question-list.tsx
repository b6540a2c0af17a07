import { useRef, useState } from 'preact/hooks'
import type { Uuid } from '../../shared/model/id.ts'
import { formatDay, formatMoney } from '../ui/format.ts'
import { useKeys } from '../ui/keys.ts'
import { t } from '../ui/language.ts'
import type { LineActs } from './acts.ts'
import type { Pickable } from './called.ts'
import { titleOf } from './lines.tsx'
import type { Question } from './questions.ts'
import { whyAsked } from './reason-words.ts'
import { sumsWords } from './words.ts'

type Props = {
  questions: Question[]
  all: Map<Uuid, Pickable>
  vendorName: (key: string) => string
  acts: LineActs
}

/** So many have a key of their own. */
const numbered = 9

export function Questions({ questions, all, vendorName, acts }: Props) {
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const go = (to: number) => {
    const next = Math.max(0, Math.min(questions.length - 1, to))
    setAt(next)
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[next]?.focus()
  }
  const now = questions[Math.min(at, questions.length - 1)]
  const numbers = Object.fromEntries(
    (now ? namedFirst(now.candidates, all) : []).map((id, place) => [
      String(place + 1),
      () => {
        if (now) acts.answer(now.lines, id)
        // What comes after it takes its place.
        requestAnimationFrame(() => go(at))
      },
    ]),
  )
  useKeys({
    j: () => go(document.activeElement?.closest('.question') ? at + 1 : at),
    k: () => go(at - 1),
    ...(now ? { o: () => acts.pick(now.lines) } : {}),
    ...numbers,
  })
  if (questions.length === 0) return null
  return (
    <section aria-label={t('spend.questions')}>
      <h2>
        {t('spend.questions')} <span class="badge">{questions.length}</span>{' '}
        <span class="faint keys">{t('spend.keys')}</span>
      </h2>
      <ul ref={list}>
        {questions.map((question, place) => (
          <QuestionRow
            key={question.key}
            of={question}
            current={question === now}
            all={all}
            vendor={vendorName(question.lines[0].vendors[0] ?? '')}
            acts={acts}
            onFocus={() => setAt(place)}
          />
        ))}
      </ul>
    </section>
  )
}

/** Those that have a key, by their names: the same order for everybody. */
const namedFirst = (candidates: Uuid[], all: Map<Uuid, Pickable>): Uuid[] => {
  const name = (id: Uuid) => all.get(id)?.name ?? id
  return [...candidates].sort((a, b) => (name(a) < name(b) ? -1 : 1)).slice(0, numbered)
}

function asked({ lines: [line, ...others], sums }: Question): string {
  const amount = sums.length > 0 ? sumsWords(sums) : formatMoney(line.billed)
  return others.length === 0 ? amount : t('spend.asks', others.length + 1, amount)
}

type QuestionProps = {
  of: Question
  current: boolean
  all: Map<Uuid, Pickable>
  vendor: string
  acts: LineActs
  onFocus: () => void
}

function QuestionRow({ of, current, all, vendor, acts, onFocus }: QuestionProps) {
  const [line] = of.lines
  const own = line.description ?? line.sku
  // Of many bills of one vendor, none is called by its number.
  const title = of.lines.length > 1 ? (own ?? vendor) : titleOf(line, vendor)
  return (
    <li class={`question ${current ? 'current' : ''}`} tabIndex={-1} onFocusIn={onFocus}>
      <div>
        <strong>{title}</strong> {title !== vendor && <span class="faint">{vendor}</span>}
        <span class="faint sub">
          {asked(of)}
          {of.lastOn !== undefined && `, ${t('spend.last', formatDay(of.lastOn))}`} · {whyAsked(of.why)}
        </span>
      </div>
      <div class="answers">
        {namedFirst(of.candidates, all).map((id, place) => (
          <button
            key={id}
            type="button"
            class="button"
            aria-label={t('spend.paysFor', all.get(id)?.name ?? id)}
            onClick={() => acts.answer(of.lines, id)}
          >
            {current && <kbd>{place + 1}</kbd>} {all.get(id)?.name ?? id}
          </button>
        ))}
        <button
          type="button"
          class="button quiet"
          aria-label={t('spend.anotherOf', title)}
          onClick={() => acts.pick(of.lines)}
        >
          {t('spend.another')}
        </button>
        {of.candidates.length + of.more > numbered && (
          <span class="faint">{t('spend.moreCandidates', of.candidates.length + of.more - numbered)}</span>
        )}
      </div>
    </li>
  )
}
