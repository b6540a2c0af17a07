import { Check } from 'lucide'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { importable, sumOf } from './dry-run.ts'
import type { Step } from './use-import.ts'

type Props = { step: Step; client: string; blocked: boolean; onWrite: () => void; onCancel: () => void }

/** The one decision: how many rows, into whose inventory. While it runs: how far it is, and the way to stop. */
export function WriteBar({ step, client, blocked, onWrite, onCancel }: Props) {
  if (step.is === 'writing' || step.is === 'deleting')
    return (
      <footer key="writing" class="write-bar">
        <progress max={step.all} value={step.done} aria-label={t('import.title')} />
        <span role="status">{t(`import.${step.is}`, step.all, step.done)}</span>
        <span class="grow" />
        {step.is === 'writing' && (
          <button type="button" class="button" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        )}
      </footer>
    )
  const ready = step.is === 'ready'
  const due = ready ? importable(step.verdicts).length : 0
  const waiting = ready ? sumOf(step.verdicts).question : 0
  return (
    <footer key="deciding" class="write-bar">
      <span class="faint">
        {waiting > 0 ? t('import.waiting', waiting) : due > 0 || !ready ? t('import.nothingYet') : ''}
      </span>
      <span class="grow" />
      {ready && due === 0 && waiting === 0 ? (
        <span class="soft nothing-new">
          <Icon of={Check} /> {t('import.nothingNew', client)}
        </span>
      ) : (
        // Another one where it is ready: the one that waits would grow to its left as the count in it does.
        <button
          key={ready ? 'ready' : 'waiting'}
          type="button"
          class="button main"
          disabled={!ready || blocked || due === 0}
          onClick={onWrite}
        >
          {t('import.importRows', due, client)}
        </button>
      )}
    </footer>
  )
}
