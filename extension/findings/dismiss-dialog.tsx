import { useState } from 'preact/hooks'
import type { Judged } from '../../shared/inventory/findings/judged.ts'
import type { Day } from '../../shared/model/day.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { sentenceOf } from '../ui/finding-words.ts'
import { t } from '../ui/language.ts'
import { WhyField } from '../ui/why-field.tsx'
import type { Word } from './judge.ts'

type Props = { of: Judged; today: Day; onClose: () => void; onDismiss: (word: Word) => void }

/** A dismissal has a reason that colleagues read, and an end where somebody wants one. */
export function DismissDialog({ of, today, onClose, onDismiss }: Props) {
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const said = reason.trim()
  const dismiss = () =>
    onDismiss({ status: 'dismissed', ...(said ? { reason: said } : {}), ...(until ? { until } : {}) })
  return (
    <FormDialog
      title={t('findings.dismissTitle')}
      submit={t('findings.dismiss')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={dismiss}
    >
      <p>{sentenceOf(of)}</p>
      <WhyField value={reason} onInput={setReason} />
      <label class="field">
        <span>
          {t('findings.until')} <span class="faint">{t('findings.untilHint')}</span>
        </span>
        <input
          class="field-input"
          type="date"
          min={today}
          value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </label>
    </FormDialog>
  )
}
