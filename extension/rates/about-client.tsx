import { fieldOf } from '../../shared/inventory/fold.ts'
import { defaultPeopleMode } from '../../shared/inventory/people/mode.ts'
import { PeopleMode } from '../../shared/model/client.ts'
import { listedCurrencies } from '../../shared/model/currencies.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { Edit } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import { editField, restoreField } from '../records/edit.ts'
import { part, t } from '../ui/language.ts'
import { locale } from '../ui/locale.ts'
import { sentenceOf } from '../ui/problem-words.ts'
import { tell } from '../ui/tell.ts'
import { toast } from '../ui/toasts.tsx'
import { ClientFactField } from './client-fact.tsx'
import { budgetFact, type ClientFact, clientFacts, nameFact } from './client-facts.ts'

type About = Awaited<ReturnType<typeof readAbout>>
type Props = { db: Database; workspace: Uuid; client: { id: Uuid; name: string }; about: About }

export async function readAbout(db: Database, workspace: Uuid, client: Uuid) {
  const record = await db.records.get([workspace, client])
  const text = (field: string) => {
    const value = record && fieldOf(record, field)?.value
    return typeof value === 'string' ? value : ''
  }
  const facts = Object.fromEntries(
    [nameFact, budgetFact, ...clientFacts].map(({ field }) => [field, record && fieldOf(record, field)?.value]),
  )
  return {
    facts,
    edits: record?.edits ?? {},
    currency: text('currency'),
    people: PeopleMode.catch(defaultPeopleMode).parse(text('peopleMode')),
  }
}

/** What a client's totals are shown in, and how its people are. */
export function AboutClient({ db, workspace, client, about }: Props) {
  const { currency, people, facts, edits } = about
  const set = async (field: 'currency' | 'peopleMode', value: string) => {
    const outcome = await editField(db, workspace, client.id, field, value || null)
    if (!outcome.ok) toast(sentenceOf(outcome.problem))
  }
  const say = async ({ field }: ClientFact, value: FieldValue | null, former: Edit | undefined) =>
    tell(
      await editField(db, workspace, client.id, field, value),
      t('rates.saidOf', t(`rates.facts.${field}.label`)),
      () => restoreField(db, workspace, client.id, field, former),
    )
  const names = new Intl.DisplayNames(locale(), { type: 'currency', fallback: 'code' })
  return (
    <>
      <section class="rates-client" aria-label={client.name}>
        <ClientFactField of={nameFact} value={facts.name} onSay={(value) => void say(nameFact, value, edits.name)} />
        <label class="field">
          <span>{t('rates.totalsIn', client.name)}</span>
          <select
            class="field-input"
            value={currency}
            onChange={(event) => void set('currency', event.currentTarget.value)}
          >
            <option value="">{t('rates.noCurrency')}</option>
            {listedCurrencies()
              .sort()
              .map((code) => (
                <option key={code} value={code}>
                  {code} {names.of(code)}
                </option>
              ))}
          </select>
          <span class="faint">{t('rates.totalsHint')}</span>
        </label>
        <ClientFactField
          of={budgetFact}
          value={facts.budget}
          currency={currency}
          onSay={(value) => void say(budgetFact, value, edits.budget)}
        />
        <label class="field">
          <span>{t('rates.people')}</span>
          <select
            class="field-input"
            value={people}
            onChange={(event) => void set('peopleMode', event.currentTarget.value)}
          >
            {PeopleMode.options.map((mode) => (
              <option key={mode} value={mode}>
                {t(`rates.peopleModes.${part(mode)}`)}
              </option>
            ))}
          </select>
          <span class="faint">{t(`rates.peopleHints.${part(people)}`)}</span>
        </label>
      </section>
      <section aria-label={t('rates.watched')}>
        <h2>{t('rates.watched')}</h2>
        <div class="rates-client">
          {clientFacts.map((fact) => (
            <ClientFactField
              key={fact.field}
              of={fact}
              value={facts[fact.field]}
              onSay={(value) => void say(fact, value, edits[fact.field])}
            />
          ))}
        </div>
      </section>
    </>
  )
}
