import { useState } from 'preact/hooks'
import type { Judged } from '../../shared/inventory/findings/judged.ts'
import { RenewalChoice } from '../../shared/model/decision.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { WhyField } from './why-field.tsx'
import { choices, sentenceOf, words } from './words.ts'

type Props = {
  of: Judged
  onClose: () => void
  onDecide: (decision: { choice: RenewalChoice; reason?: string }) => void
}

/** What is decided of a renewal, and why. Nothing is written before the button is pressed. */
export function DecideDialog({ of, onClose, onDecide }: Props) {
  const [choice, setChoice] = useState<RenewalChoice>('renew')
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <FormDialog
      title={sentenceOf(of)}
      submit={words.save}
      cancel={words.cancel}
      onClose={onClose}
      onSubmit={() => onDecide({ choice, ...(said ? { reason: said } : {}) })}
    >
      <fieldset class="decide-choices">
        <legend class="aside">{words.decide}</legend>
        {RenewalChoice.options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name="choice"
              value={option}
              checked={option === choice}
              onChange={() => setChoice(option)}
            />{' '}
            {choices[option]}
          </label>
        ))}
      </fieldset>
      {(choice === 'cancel' || choice === 'switch') && <p class="soft">{words.thenSend}</p>}
      <WhyField value={reason} onInput={setReason} />
    </FormDialog>
  )
}
