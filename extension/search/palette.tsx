import { Search } from 'lucide'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import type { Database } from '../db/database.ts'
import type { ClientCard } from '../records/clients.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import type { Act } from './acts.ts'
import { OptionRow } from './option-row.tsx'
import { type Group, groupsOf } from './options.ts'
import { remember } from './recent.ts'
import type { ShownThing } from './shown.ts'
import { useFound } from './use-found.ts'

type Props = {
  db: Database
  active: ClientCard | null
  clients: ClientCard[]
  acts: Act[]
  onOpen: (thing: ShownThing) => void
  onSwitch: (client: ClientCard) => void
  onClose: () => void
}

/**
 * The search: the browser's own modal dialog (it keeps the focus inside and gives it back) with a combobox of ARIA 1.2.
 * A list that is only moved through by two keys needs no library.
 */
export function Palette({ db, active, clients, acts, onOpen, onSwitch, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [isEverywhere, setEverywhere] = useState(active === null)
  const [at, setAt] = useState(0)
  const found = useFound({ db, active, clients, typed, isEverywhere })
  useEffect(() => {
    const open = dialog.current
    open?.showModal()
    return () => open?.close()
  }, [])
  const open = (thing: ShownThing) => {
    remember({ scope: thing.client.id, type: thing.type, id: thing.id })
    onOpen(thing)
  }
  const groups = useMemo(
    () => closing(groupsOf({ ...found, active, clients, acts }, { open, switchTo: onSwitch }), onClose),
    [found.typed, found.things, active, clients, acts],
  )
  const options = groups.flatMap((group) => group.options)
  const chosen = options[Math.min(at, options.length - 1)]
  const toggle = () => {
    setEverywhere(!isEverywhere)
    setAt(0)
  }
  // Whoever types fast presses Enter before what was found is shown.
  const isEntered = useRef(false)
  useEffect(() => {
    if (isEntered.current && found.typed === typed) chosen?.run()
    isEntered.current = false
  }, [found.typed])
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt(at + 1 < options.length ? at + 1 : 0),
    ArrowUp: () => setAt(at > 0 ? at - 1 : Math.max(options.length - 1, 0)),
    Enter: () => {
      if (found.typed === typed) chosen?.run()
      else isEntered.current = true
    },
    Tab: toggle,
  }
  const list = useId()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does what a click beside it does
    <dialog ref={dialog} class="palette" aria-label={t('search.title')} onClose={onClose} onClick={closeOutside}>
      <div class="palette-field">
        <Icon of={Search} />
        <input
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
          aria-label={isEverywhere ? t('search.inAll') : t('search.in', active?.name ?? '')}
          placeholder={isEverywhere ? t('search.inAll') : t('search.in', active?.name ?? '')}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            const act = event.shiftKey || event.isComposing ? undefined : keys[event.key]
            if (!act) return
            event.preventDefault()
            act()
          }}
        />
        {active && (
          <button type="button" class="button quiet" aria-pressed={isEverywhere} onClick={toggle}>
            {t('search.allClients')} <kbd>{t('search.tab')}</kbd>
          </button>
        )}
      </div>
      {options.length > 0 && <List id={list} groups={groups} typed={found.typed} chosen={chosen?.id} />}
      <p class="palette-foot faint" role="status">
        {footOf(options.length, typed, found.isReading)}
      </p>
      {options.length === 0 && typed !== '' && found.typed === typed && !found.isReading && (
        <div class="state">
          <h2>{t('search.nothing', typed)}</h2>
          <p>{isEverywhere ? t('search.nothingHelps') : t('search.nothingHere')}</p>
        </div>
      )}
    </dialog>
  )
}

/** Closed before anything else is done, so that the page has its focus again. */
const closing = (groups: Group[], onClose: () => void): Group[] =>
  groups.map((group) => ({
    ...group,
    options: group.options.map((option) => ({
      ...option,
      run: () => {
        onClose()
        option.run()
      },
    })),
  }))

/** The dialog itself is clicked only where nothing of it is: on what lies behind. */
function closeOutside(event: MouseEvent & { currentTarget: HTMLDialogElement }): void {
  if (event.target === event.currentTarget) event.currentTarget.close()
}

function footOf(count: number, typed: string, isReading: boolean): string {
  if (isReading) return t('search.reading')
  return typed.trim() === '' ? t('search.hint') : t('search.count', count)
}

type ListProps = { id: string; groups: Group[]; typed: string; chosen: string | undefined }

function List({ id, groups, typed, chosen }: ListProps) {
  return (
    <div id={id} role="listbox" class="palette-list" aria-label={t('search.results')}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not a fieldset
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}-name`}>
          <div id={`${id}-${group.id}-name`} class="palette-group" role="presentation">
            {group.name}
          </div>
          {group.options.map((option) => (
            <OptionRow
              key={option.id}
              id={`${id}-${option.id}`}
              option={option}
              typed={typed}
              isChosen={option.id === chosen}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
