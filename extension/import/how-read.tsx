import { useEffect, useState } from 'preact/hooks'
import { type CapturedType, capturedTypes } from '../../shared/model/record-type.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import { isBlank } from '../heuristics/csv.ts'
import { languages } from '../heuristics/vocabulary/index.ts'
import { typeWords } from '../ui/field-words.ts'
import type { Opened } from './choose-file.tsx'
import { type Encoding, encodings } from './encoding.ts'
import { choicesOf, Pick } from './pick.tsx'
import { type Delimiter, delimiters } from './separated.ts'
import type { Reading as Choice } from './source.ts'
import type { Place, Reading } from './use-import.ts'
import { words } from './words.ts'

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
    <section class="how-read" aria-label={words.howRead}>
      <div class="pair">
        <Pick
          label={words.type}
          value={mapping?.type ?? ''}
          choices={[...(mapping ? [] : [{ value: '', label: words.typeUnknown }]), ...types]}
          onPick={(type) => isType(type) && say({ type: type === reading?.type ? null : type, columns: {} })}
        />
        <From of={of} needed={fromNeeded} />
      </div>
      <details>
        <summary>{summaryOf(opened, of)}</summary>
        <div class="pair">
          {source.sheets.length > 1 && (
            <Pick
              label={words.sheet}
              value={String(place.sheet)}
              choices={source.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
              onPick={(sheet) => onPlace({ sheet: Number(sheet) })}
            />
          )}
          <Pick
            label={words.header}
            value={String(place.header ?? reading?.header.at ?? 0)}
            choices={grid.slice(0, 30).flatMap((row, at) => {
              const labels = row.filter((value) => !isBlank(value)).map(String)
              const label = words.headerRow(at + 1, labels.join(', ').slice(0, 80))
              return labels.length > 1 ? [{ value: String(at), label }] : []
            })}
            onPick={(at) => onPlace({ ...place, header: Number(at) })}
          />
          {source.written && (
            <>
              <Pick
                label={words.encoding}
                value={source.written.encoding}
                choices={choicesOf(encodings)}
                onPick={(encoding) => onReopen({ encoding: encoding as Encoding })} // a key of the choices
              />
              <Pick
                label={words.delimiter}
                value={source.written.separation.delimiter}
                choices={choicesOf(delimiters)}
                onPick={(delimiter) => onReopen({ delimiter: delimiter as Delimiter })} // a key of the choices
              />
            </>
          )}
          <Pick
            label={words.language}
            value={place.spoken ?? reading?.spoken ?? 'en'}
            choices={Object.keys(languages).map((code) => ({ value: code, label: languageName(code) }))}
            onPick={(spoken) => onPlace({ ...place, spoken })}
          />
        </div>
      </details>
    </section>
  )
}

const isType = (text: string): text is CapturedType => Object.hasOwn(capturedTypes, text)

const types = Object.entries(typeWords).map(([value, { one }]) => ({
  value,
  label: `a ${one}`.replace(/^a (?=[aeiou])/, 'an '),
}))

const languageName = (code: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code

/** "CSV · UTF-8 · Semicolon · row 4 · German": what was detected, in one line. */
function summaryOf({ source }: Opened, { reading }: Reading): string {
  const { written, sheets, kind } = source
  const form = kind === 'workbook' ? 'Excel' : kind === 'pasted' ? 'Pasted' : 'Text'
  const how = written ? [encodings[written.encoding], delimiters[written.separation.delimiter]] : []
  const several = sheets.length > 1 ? [`${sheets.length} sheets`] : []
  const header = reading ? [`names in row ${reading.header.at + 1}`, languageName(reading.spoken)] : []
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
        ? words.fromNeeded
        : words.fromOptional
      : vendor
        ? words.fromKnown(vendor.domain)
        : words.fromUnlisted
  return (
    <label class="field">
      <span>{words.from}</span>
      <input
        class="field-input compact"
        value={text}
        maxLength={200}
        placeholder={words.fromHint}
        aria-invalid={needed && text.trim() === ''}
        aria-describedby="from-hint"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <span id="from-hint" class={`hint ${needed && text.trim() === '' ? 'tone-late' : 'faint'}`}>
        {hint}
        {fromBy !== null && text === plan.from && words.fromBy[fromBy]}
      </span>
    </label>
  )
}
