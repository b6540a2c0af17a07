import { Crosshair, X } from 'lucide'
import type { PointedAt } from '../pointing/protocol.ts'
import { focusFirst } from '../ui/focus.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { accountOf } from './account.ts'
import type { Lesson } from './lesson.ts'
import type { Trial } from './trial.ts'

type Props = {
  lesson: Lesson
  trial: Trial | null
  onChange: (over: Partial<Lesson>) => void
  onPoint: () => void
  /** Show on the page where it says so; false: nothing any more. */
  onShow: (shown: boolean) => void
}

/** Whose account the page is: with it the wrong client is noticed before anything is recorded, without it a person is asked. */
export function LessonAccount({ lesson: { account }, trial, onChange, onPoint, onShow }: Props) {
  return (
    <fieldset
      class="telling"
      onMouseEnter={() => onShow(true)}
      onFocusIn={() => onShow(true)}
      onMouseLeave={() => onShow(false)}
      onFocusOut={() => onShow(false)}
    >
      <legend>{t('teach.account')}</legend>
      {account ? (
        <div class="row">
          <span class="cut">
            {trial && trial.account === undefined ? (
              <span class="tone-soon">{t('teach.foundNowhere')}</span>
            ) : (
              <strong>{trial?.account ?? account.text}</strong>
            )}
          </span>
          <button
            type="button"
            class="button quiet square"
            aria-label={t('teach.pointAtAccountAgain')}
            title={t('teach.pointAtAccountAgain')}
            onClick={onPoint}
          >
            <Icon of={Crosshair} />
          </button>
          <button
            type="button"
            class="button quiet square"
            aria-label={t('teach.removeAccount')}
            title={t('teach.removeAccount')}
            onClick={() => onChange({ account: null })}
          >
            <Icon of={X} />
          </button>
        </div>
      ) : (
        <>
          <p class="soft">{t('teach.accountWhy')}</p>
          <button type="button" class="button" onClick={onPoint}>
            {t('teach.pointAtAccount')}
          </button>
        </>
      )}
    </fieldset>
  )
}

type PointedProps = { pointed: PointedAt; onAdd: (over: Partial<Lesson>) => void; onCancel: () => void }

/** What was pointed at as the account: a person says that it is one, as their own name would be the same at every client. */
export function PointedAccount({ pointed, onAdd, onCancel }: PointedProps) {
  const account = accountOf(pointed)
  return (
    <form
      class="lesson"
      aria-label={t('teach.account')}
      onSubmit={(event) => {
        event.preventDefault()
        if (account) onAdd({ account })
      }}
    >
      <p>
        <strong>{t('teach.pointed', account?.text ?? pointed.text)}</strong>
      </p>
      <p role="status" class={account ? 'soft' : 'tone-soon'}>
        {account ? t('teach.isItTheAccount') : t('teach.noAccount')}
      </p>
      <div class="actions">
        <button type="submit" class="button main" disabled={!account} ref={account ? focusFirst : null}>
          {t('teach.itIsTheAccount')}
        </button>
        <button type="button" class="button quiet" onClick={onCancel} ref={account ? null : focusFirst}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}
