import { Building2 } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'

type Props = { onCreate: (name: string) => void; children?: ComponentChildren }

/** The first run: one field, one button; below them, where else one may begin. */
export function FirstClient({ onCreate, children }: Props) {
  const [name, setName] = useState('')
  return (
    <form
      class="first-client"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onCreate(name.trim())
      }}
    >
      <Icon of={Building2} />
      <h1>{t('inventory.clients.firstTitle')}</h1>
      <p class="soft">{t('inventory.clients.first')}</p>
      <label class="field">
        <span>{t('inventory.clients.name')}</span>
        <input
          class="field-input"
          name="client"
          autoComplete="off"
          placeholder={t('inventory.clients.namePlaceholder')}
          maxLength={200}
          required
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button main" disabled={name.trim() === ''}>
        {t('inventory.clients.create')}
      </button>
      {children}
    </form>
  )
}
