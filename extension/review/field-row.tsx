import { Pencil, RotateCcw } from 'lucide'
import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import type { Draft } from '../db/schema.ts'
import { FieldEditor } from '../ui/field-editor.tsx'
import { confidenceWords, fieldWords } from '../ui/field-words.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { SourceTag } from '../ui/source-tag.tsx'
import { labelOf, valueText } from '../ui/value-text.ts'
import type { FieldChange } from './compare.ts'

export type Correcting = {
  /** The field whose input is open. */
  field: string | null
  open: (field: string | null) => void
  corrections: Record<string, FieldValue>
  correct: (field: string, value: FieldValue | undefined) => void
  /** Answers what can be read in several ways, here and in all that the same capture left open. */
  choose: (place: number) => void
}

type Props = {
  draft: Draft
  taught: string | undefined
  change: FieldChange
  correcting: Correcting
  withPresent: boolean
  mode: PeopleMode
}

/** One field: what is known now, what the page shows, and what it was read from. */
export function FieldRow({ draft, taught, change, correcting, withPresent, mode }: Props) {
  const { field, kind } = change
  const { type } = draft.sighting
  const corrected = correcting.corrections[field]
  return (
    <tr class={`field-row ${corrected === undefined ? kind : 'mine'}`}>
      <th scope="row">
        {labelOf(type, field)}
        <Mark kind={kind} />
      </th>
      {withPresent && (
        <td class="present">
          <Present type={type} change={change} />
        </td>
      )}
      <td class="captured">
        {correcting.field === field ? (
          <Editor type={type} change={change} correcting={correcting} />
        ) : (
          <Captured type={type} change={change} correcting={correcting} fixed={!isShownAsIs(type, field, mode)} />
        )}
      </td>
      <td class="evidence">
        <EvidenceOf draft={draft} taught={taught} field={field} />
      </td>
    </tr>
  )
}

function Mark({ kind }: { kind: FieldChange['kind'] }) {
  if (kind === 'changed') return <span class="mark changed">{t('review.mark.changed')}</span>
  if (kind === 'contested') return <span class="mark tone-soon">{t('review.mark.contested')}</span>
  return null
}

function Present({ type, change: { field, present, kind } }: { type: CapturedType; change: FieldChange }) {
  if (!present) return <span class="not-shown">{t('review.notKnown')}</span>
  return (
    <>
      <span class={kind === 'changed' ? 'former' : ''}>{valueText(type, field, present.value)}</span>{' '}
      <SourceTag of={present} what={labelOf(type, field)} />
    </>
  )
}

type CapturedProps = { type: CapturedType; change: FieldChange; correcting: Correcting; fixed: boolean }

function Captured({ type, change, correcting, fixed }: CapturedProps) {
  const { field, captured, kind } = change
  const mine = correcting.corrections[field]
  const label = labelOf(type, field)
  if (mine === undefined && change.question) return <Choices type={type} change={change} choose={correcting.choose} />
  if (captured === undefined && mine === undefined) return <span class="not-shown">{t('review.notShownHere')}</span>
  return (
    <span class="value">
      {mine !== undefined && captured !== undefined && <s class="faint">{valueText(type, field, captured)}</s>}
      <span class="is">{valueText(type, field, mine ?? captured ?? '')}</span>
      {kind === 'corrected' && <span class="faint">{t('review.corrected')}</span>}
      {mine === undefined && !fixed && (
        <button
          type="button"
          class="button quiet square touch"
          aria-label={t('review.editField', label)}
          onClick={() => correcting.open(field)}
        >
          <Icon of={Pencil} />
        </button>
      )}
      {mine !== undefined && (
        <>
          <span class="badge accent">{change.question ? t('review.yourChoice') : t('review.yourCorrection')}</span>
          <button
            type="button"
            class="button quiet square"
            aria-label={t('review.undoCorrection', label)}
            onClick={() => correcting.correct(field, undefined)}
          >
            <Icon of={RotateCcw} />
          </button>
        </>
      )}
    </span>
  )
}

/** Nobody guesses what 03/04/2027 is: both readings stand there, each a click or a key away. */
function Choices({
  type,
  change: { field, question },
  choose,
}: {
  type: CapturedType
  change: FieldChange
  choose: Correcting['choose']
}) {
  return (
    <fieldset class="choices" aria-label={t('review.choose', labelOf(type, field))}>
      <legend class="tone-soon">{t('review.whichOne')}</legend>
      {question?.choices.map((choice, place) => (
        <button key={String(place)} type="button" class="button touch" onClick={() => choose(place)}>
          {valueText(type, field, choice)} <kbd>{place + 1}</kbd>
        </button>
      ))}
    </fieldset>
  )
}

function Editor({ type, change, correcting }: { type: CapturedType; change: FieldChange; correcting: Correcting }) {
  const { field, captured } = change
  const definition = fieldWords[type][field]
  if (!definition) return null
  const leave = () => correcting.open(null)
  const save = (value: FieldValue) => {
    correcting.correct(field, value)
    leave()
  }
  return (
    <FieldEditor words={definition} value={correcting.corrections[field] ?? captured} onSave={save} onLeave={leave} />
  )
}

/** What a response said was read by the built-in connector beside it: pointing reads the page alone. */
const teaching = (source: string, taught: string | undefined) => (source === 'page' ? taught : undefined)

function EvidenceOf({ draft, taught, field }: Pick<Props, 'draft' | 'taught'> & { field: string }) {
  const { evidence, capture, type } = draft.sighting
  const of = Object.hasOwn(evidence, field) ? evidence[field] : draft.questions?.[field]?.evidence
  if (!of) return null
  return (
    <span class="proof">
      {of.excerpt !== '' && <q class="cut">{of.excerpt}</q>}
      <span
        class={`certainty ${of.confidence === 'low' ? 'tone-soon' : 'faint'}`}
        title={confidenceWords[of.confidence].why}
      >
        {confidenceWords[of.confidence].word}
      </span>
      <SourceTag
        of={{ ...of, at: capture.at, url: capture.url, taught: teaching(of.source, taught) }}
        what={labelOf(type, field)}
      />
    </span>
  )
}
