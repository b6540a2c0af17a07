import { Download, ListFilter, Plus, Trash2, X } from 'lucide'
import { useState } from 'preact/hooks'
import { FieldEditor } from '../../../extension/ui/field-editor.tsx'
import { fieldWords } from '../../../extension/ui/field-words.ts'
import { Icon } from '../../../extension/ui/icon.tsx'
import { SearchField } from '../../../extension/ui/search-field.tsx'
import { Tabs } from '../../../extension/ui/tabs.tsx'
import { As, Kind } from './piece.tsx'

const kinds = ['', 'main', 'quiet', 'link'] as const
/** What a browser does to an element while somebody points at it or comes to it by keyboard; the test puts it on. */
const looks = ['', 'hover', 'focus-visible'] as const

export const Buttons = () => (
  <Kind name="Buttons">
    {kinds.map((kind) => (
      <As key={kind} is={kind || 'plain'}>
        {looks.map((look) => (
          <button key={look} type="button" class={`button ${kind}`} data-look={look}>
            {look || 'Export'}
          </button>
        ))}
        <button type="button" class={`button ${kind}`} disabled>
          disabled
        </button>
      </As>
    ))}
    <As is="with icon, key, alone, pressed">
      <button type="button" class="button main">
        <Icon of={Plus} /> Add <kbd>A</kbd>
      </button>
      <button type="button" class="button">
        <Icon of={Download} /> Download <kbd>D</kbd>
      </button>
      <button type="button" class="button square" aria-label="Remove">
        <Icon of={Trash2} />
      </button>
      <button type="button" class="chip">
        <span class="faint">Status</span> active <Icon of={X} />
      </button>
      <a class="button" href="#link">
        A link as a button
      </a>
    </As>
  </Kind>
)

export function Fields() {
  const { seatsPurchased, unitPrice } = fieldWords.subscription
  return (
    <Kind name="Fields">
      <As is="empty">
        <Field name="Vendor" placeholder="Slack" />
      </As>
      <As is="filled">
        <Field name="Vendor" value="Slack" />
      </As>
      <As is="focus">
        <Field name="Vendor" value="Slack" look="focus-visible" />
      </As>
      <As is="wrong">
        <Field name="Amount" value="12,3,4" error="An amount as on the bill, e.g. 1,234.50" />
      </As>
      <As is="disabled">
        <Field name="Vendor" value="Slack" disabled />
      </As>
      <As is="day, choice, amount">
        <label class="field">
          <span>Day of the bill</span>
          <input class="field-input" type="date" value="2027-02-05" />
        </label>
        <label class="field">
          <span>Period</span>
          <select class="field-input">
            <option>a year</option>
          </select>
        </label>
      </As>
      <As is="search">
        <Search typed="" />
        <Search typed="microsoft" />
      </As>
      <As is="typed in its place" wide>
        {[seatsPurchased, unitPrice].map(
          (words) =>
            words && (
              <FieldEditor key={words.label} words={words} value={undefined} onSave={nothing} onLeave={nothing} />
            ),
        )}
      </As>
    </Kind>
  )
}

const nothing = () => undefined

function Search({ typed }: { typed: string }) {
  const [value, setValue] = useState(typed)
  return <SearchField label="Search product, vendor, plan" value={value} onInput={setValue} />
}

type FieldProps = {
  name: string
  value?: string
  placeholder?: string
  look?: string
  error?: string
  disabled?: boolean
}

function Field({ name, value = '', placeholder = '', look, error, disabled = false }: FieldProps) {
  return (
    <label class="field">
      <span>{name}</span>
      <input
        class="field-input"
        defaultValue={value}
        data-look={look}
        aria-invalid={error !== undefined}
        {...{ placeholder, disabled }}
      />
      {error !== undefined && <span class="tone-late">{error}</span>}
    </label>
  )
}

const tabs = [
  { id: 'open', name: 'Open 25' },
  { id: 'accepted', name: 'Accepted 3' },
  { id: 'dismissed', name: 'Dismissed' },
] as const

export function TabRow() {
  const [selected, setSelected] = useState<(typeof tabs)[number]['id']>('open')
  return (
    <Kind name="Tabs">
      <As is="one selected; arrows move" wide>
        <Tabs label="Findings" tabs={tabs} selected={selected} onSelect={setSelected}>
          <p class="soft tab-text">
            <Icon of={ListFilter} /> What the tab shows.
          </p>
        </Tabs>
      </As>
    </Kind>
  )
}
