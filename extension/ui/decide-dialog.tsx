import { useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import { type Decision, RenewalChoice } from '../../shared/model/decision.ts'
import { choices } from './decide-words.ts'
import { FormDialog } from './dialog.tsx'
import { t } from './language.ts'
import { WhyField } from './why-field.tsx'

type Chosen = Pick<Decision, 'reason' | 'decidedBy' | 'decidedOn' | 'noticeSentOn'> & { choice: RenewalChoice }

type Props = {
  /** What is decided, in one sentence. */
  title: string
  today: Day
  /** What was decided before. */
  former?: Decision | undefined
  /** Whose word it may be. */
  people: string[]
  onClose: () => void
  onDecide: (decision: Chosen) => void
}

/** What is decided of a renewal, by whom and why. Nothing is written before the button is pressed. */
export function DecideDialog({ title, today, former = {}, people, onClose, onDecide }: Props) {
  const [choice, setChoice] = useState<RenewalChoice>(former.choice ?? 'renew')
  const [reason, setReason] = useState(former.reason ?? '')
  const [by, setBy] = useState(former.decidedBy ?? '')
  const [sentOn, setSentOn] = useState<string>(former.noticeSentOn ?? '')
  const leaves = choice === 'cancel' || choice === 'switch'
  const save = () =>
    onDecide({
      choice,
      decidedOn: today,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(by.trim() ? { decidedBy: by.trim() } : {}),
      ...(leaves && sentOn ? { noticeSentOn: sentOn } : {}),
    })
  return (
    <FormDialog title={title} submit={t('common.save')} cancel={t('common.cancel')} onClose={onClose} onSubmit={save}>
      <fieldset class="decide-choices">
        <legend class="aside">{t('decide.title')}</legend>
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
      {leaves && (
        <>
          <p class="soft">{t('decide.thenSend')}</p>
          <label class="field">
            <span>
              {t('decide.sentOn')} <span class="faint">{t('decide.sentHint')}</span>
            </span>
            <input
              class="field-input"
              type="date"
              max={today}
              value={sentOn}
              onInput={(event) => setSentOn(event.currentTarget.value)}
            />
          </label>
        </>
      )}
      <WhyField value={reason} onInput={setReason} />
      <label class="field">
        <span>
          {t('decide.by')} <span class="faint">{t('decide.byHint')}</span>
        </span>
        <input
          class="field-input"
          list="decide-people"
          maxLength={500}
          value={by}
          onInput={(event) => setBy(event.currentTarget.value)}
        />
        <datalist id="decide-people">
          {people.map((person) => (
            <option key={person} value={person} />
          ))}
        </datalist>
      </label>
    </FormDialog>
  )
}
