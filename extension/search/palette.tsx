import { Search } from 'lucide'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Database } from '../db/database.ts'
import type { ClientCard } from '../records/clients.ts'
import { ComboboxField, OptionGroup, Options } from '../ui/combobox/combobox.tsx'
import { useCombobox } from '../ui/combobox/use-combobox.ts'
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

/** The search: the browser's own modal dialog, which keeps the focus inside and gives it back, with a combobox. */
export function Palette({ db, active, clients, acts, onOpen, onSwitch, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [isEverywhere, setEverywhere] = useState(active === null)
  const found = useFound({ db, active, clients, typed, isEverywhere })
  useEffect(() => {
    const open = dialog.current
    open?.showModal()
    return () => open?.close()
  }, [])
  // The way back leads to another page, which the search does not lie over.
  useEffect(() => {
    addEventListener('hashchange', onClose)
    return () => removeEventListener('hashchange', onClose)
  }, [onClose])
  const open = (thing: ShownThing) => {
    remember({ scope: thing.client.id, type: thing.type, id: thing.id })
    onOpen(thing)
  }
  const groups = useMemo(
    () => closing(groupsOf({ ...found, active, clients, acts }, { open, switchTo: onSwitch }), onClose),
    [found.typed, found.things, active, clients, acts],
  )
  const options = groups.flatMap((group) => group.options)
  const toggle = () => {
    setEverywhere(!isEverywhere)
    of.backToFirst()
  }
  const of = useCombobox({
    ...{ options, typed, onType: setTyped, isLate: found.typed !== typed, keys: { Tab: toggle } },
    onTake: (option) => option.run(),
  })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does what a click beside it does
    <dialog ref={dialog} class="palette" aria-label={t('search.title')} onClose={onClose} onClick={closeOutside}>
      <div class="palette-field">
        <Icon of={Search} />
        <ComboboxField of={of} class="" label={isEverywhere ? t('search.inAll') : t('search.in', active?.name ?? '')} />
        {active && (
          <button type="button" class="button quiet" aria-pressed={isEverywhere} onClick={toggle}>
            {t('search.allClients')} <kbd>{t('search.tab')}</kbd>
          </button>
        )}
      </div>
      {options.length > 0 && (
        <Options of={of} label={t('search.results')} class="palette-list">
          {groups.map(({ id, name, options }) => (
            <OptionGroup key={id} of={of} id={id} name={name}>
              {options.map((option) => (
                <OptionRow key={option.id} of={of} option={option} typed={found.typed} />
              ))}
            </OptionGroup>
          ))}
        </Options>
      )}
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
