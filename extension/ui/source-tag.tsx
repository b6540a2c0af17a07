import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Instant } from '../../shared/model/day.ts'
import type { Confidence, EvidenceSource } from '../../shared/model/evidence.ts'
import { confidenceWords, readByTaught, sourceWords } from './field-words.ts'
import { ageOf, hostOf, safeLink } from './format.ts'
import { t } from './language.ts'
import { keepPlaced } from './place.ts'

/** Where a value comes from, as far as this device knows. */
export type SourceView = {
  source: EvidenceSource
  at: Instant | ''
  confidence?: Confidence | undefined
  excerpt?: string | undefined
  locator?: string | undefined
  url?: string | undefined
  /** The name of the taught connector that read it. */
  taught?: string | undefined
}

type Tag = { of: SourceView; what: string; load?: (() => Promise<SourceView | undefined>) | undefined }

/** The tag behind a value. Hover or focus shows excerpt, page and age in the top layer: nothing on the page moves. */
export function SourceTag({ of, what, load }: Tag) {
  const [open, setOpen] = useState(false)
  const [loaded, setLoaded] = useState<SourceView | 'nothing'>()
  const tag = useRef<HTMLButtonElement>(null)
  const id = useId()
  const show = () => {
    setOpen(true)
    if (load && !loaded)
      load().then(
        (view) => setLoaded(view ?? 'nothing'),
        () => setLoaded('nothing'),
      )
  }
  // It is shown whole, as it would move while it grows.
  const isComplete = load === undefined || loaded !== undefined
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.preventDefault()
    event.stopPropagation()
    setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the wrapper only keeps the card open while the pointer or focus is inside
    <span
      class="source"
      onMouseEnter={show}
      onMouseLeave={() => setOpen(false)}
      onFocusIn={show}
      onFocusOut={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOpen(false)
      }}
      onKeyDown={close}
    >
      <button ref={tag} type="button" class="source-tag" aria-expanded={open} aria-describedby={open ? id : undefined}>
        {sourceWords[of.source]}
        <span class="aside">{t('sourceCard.of', what)}</span>
      </button>
      {open && isComplete && <SourceCard id={id} of={typeof loaded === 'object' ? loaded : of} under={tag.current} />}
    </span>
  )
}

function SourceCard({ id, of, under }: { id: string; of: SourceView; under: HTMLElement | null }) {
  const card = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!card.current || !under) return
    card.current.showPopover()
    return keepPlaced(card.current, under)
  }, [under, of])
  const link = of.url === undefined ? undefined : safeLink(of.url)
  return (
    <span ref={card} id={id} class="source-card" popover="manual">
      {of.excerpt && <blockquote>{of.excerpt}</blockquote>}
      <p>{sourceSentence(of)}</p>
      {of.taught !== undefined && <p>{readByTaught(of.taught)}</p>}
      {of.at !== '' && <p>{t('sourceCard.seen', ageOf(of.at, new Date()))}</p>}
      {link !== undefined && (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {hostOf(link)}
          </a>
        </p>
      )}
    </span>
  )
}

function sourceSentence({ confidence, source, locator }: SourceView): string {
  if (source === 'person') return t('sourceCard.person')
  const { word, why } =
    confidenceWords[confidence ?? (source === 'json' ? 'high' : source === 'page' ? 'medium' : 'low')]
  const certain = t('sourceCard.confidence', word, why)
  return locator ? `${certain} ${t('sourceCard.foundAt', locator)}` : certain
}
