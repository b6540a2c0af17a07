import { useEffect, useState } from 'preact/hooks'
import { type CapturedType, capturedTypes } from '../../shared/model/record-type.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import { isBlank } from '../heuristics/csv.ts'
import { t } from '../ui/language.ts'
import type { Opened } from './choose-file.tsx'
import type { Encoding } from './encoding.ts'
import { Pick } from './pick.tsx'
import type { Delimiter } from './separated.ts'
import type { Reading as Choice } from './source.ts'
import type { Place, Reading } from './use-import.ts'
import {
  delimiterChoices,
  delimiterName,
  encodingChoices,
  encodingName,
  languageChoices,
  languageName,
  typeChoices,
} from './words.ts'

type Props = {
  opened: Opened
  place: Place
  onPlace: (place: Place) => void
  onReopen: (choice: Choice) => void
  of: Reading
  fromNeeded: boolean
}

/** What was detected, each of it changeable: where the table stands, how it is written, what its rows are. */
export function HowRead({ opened, place, onPlace, onReopen, of, fromNeeded }: Props) {
  const { source } = opened
  const { reading, mapping, say } = of
  const grid = source.sheets[place.sheet]?.grid ?? []
  return (
    <section class="how-read" aria-label={t('import.howRead')}>
      <div class="pair">
        <Pick
          label={t('import.type')}
          value={mapping?.type ?? ''}
          choices={[...(mapping ? [] : [{ value: '', label: t('common.choose') }]), ...typeChoices()]}
          onPick={(type) => isType(type) && say({ type: type === reading?.type ? null : type, columns: {} })}
        />
        <From of={of} needed={fromNeeded} />
      </div>
      <details>
        <summary>{summaryOf(opened, of)}</summary>
        <div class="pair">
          {source.sheets.length > 1 && (
            <Pick
              label={t('import.sheet')}
              value={String(place.sheet)}
              choices={source.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
              onPick={(sheet) => onPlace({ sheet: Number(sheet) })}
            />
          )}
          <Pick
            label={t('import.header')}
            value={String(place.header ?? reading?.header.at ?? 0)}
            choices={grid.slice(0, 30).flatMap((row, at) => {
              const labels = row.filter((value) => !isBlank(value)).map(String)
              const label = t('import.headerRow', at + 1, labels.join(', ').slice(0, 80))
              return labels.length > 1 ? [{ value: String(at), label }] : []
            })}
            onPick={(at) => onPlace({ ...place, header: Number(at) })}
          />
          {source.written && (
            <>
              <Pick
                label={t('import.encoding')}
                value={source.written.encoding}
                choices={encodingChoices()}
                onPick={(encoding) => onReopen({ encoding: encoding as Encoding })} // a key of the choices
              />
              <Pick
                label={t('import.delimiter')}
                value={source.written.separation.delimiter}
                choices={delimiterChoices()}
                onPick={(delimiter) => onReopen({ delimiter: delimiter as Delimiter })} // a key of the choices
              />
            </>
          )}
          <Pick
            label={t('import.language')}
            value={place.spoken ?? reading?.spoken ?? 'en'}
            choices={languageChoices()}
            onPick={(spoken) => onPlace({ ...place, spoken })}
          />
        </div>
      </details>
    </section>
  )
}

const isType = (text: string): text is CapturedType => Object.hasOwn(capturedTypes, text)

/** "CSV · UTF-8 · Semicolon · row 4 · German": what was detected, in one line. */
function summaryOf({ source }: Opened, { reading }: Reading): string {
  const { written, sheets, kind } = source
  const form = kind === 'workbook' ? 'Excel' : t(`import.forms.${kind}`)
  const how = written ? [encodingName(written.encoding), delimiterName(written.separation.delimiter)] : []
  const several = sheets.length > 1 ? [t('import.sheets', sheets.length)] : []
  const header = reading ? [t('import.namesInRow', reading.header.at + 1), languageName(reading.spoken)] : []
  return [form, ...how, ...several, ...header].join(' · ')
}

/** Typed text counts when the person pauses: each word of it reads the whole file anew. */
function From({ of: { plan, say, fromBy }, needed }: { of: Reading; needed: boolean }) {
  const [text, setText] = useState(plan.from)
  // What was taken from elsewhere comes later than the field.
  useEffect(() => {
    if (fromBy !== null) setText(plan.from)
  }, [fromBy, plan.from])
  useEffect(() => {
    if (text.trim() === plan.from) return
    const pause = setTimeout(() => say({ from: text.trim() }), 400)
    return () => clearTimeout(pause)
  }, [text])
  const vendor = text.trim() === '' ? undefined : resolveVendor(text)
  const hint =
    text.trim() === ''
      ? needed
        ? t('import.fromNeeded')
        : t('import.fromOptional')
      : vendor
        ? t('import.fromKnown', vendor.domain)
        : t('import.fromUnlisted')
  return (
    <label class="field">
      <span>{t('import.from')}</span>
      <input
        class="field-input compact"
        value={text}
        maxLength={200}
        placeholder={t('import.fromHint')}
        aria-invalid={needed && text.trim() === ''}
        aria-describedby="from-hint"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <span id="from-hint" class={`hint ${needed && text.trim() === '' ? 'tone-late' : 'faint'}`}>
        {hint}
        {fromBy !== null && text === plan.from && t(`import.fromBy.${fromBy}`)}
      </span>
    </label>
  )
}
