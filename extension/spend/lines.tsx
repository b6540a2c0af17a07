import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { FieldBelief } from '../../shared/inventory/fold.ts'
import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import type { Match } from '../../shared/inventory/spend/matching.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { DownloadMenu } from '../export/download-menu.tsx'
import type { Whose } from '../export/export-list.ts'
import { formatDay, formatMoney } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import { SearchField } from '../ui/search-field.tsx'
import { SourceTag, type SourceView } from '../ui/source-tag.tsx'
import { usePrinting } from '../ui/use-printing.ts'
import type { LineActs } from './acts.ts'
import type { Pickable } from './called.ts'
import { type LinesAround, lineFile } from './line-file.ts'
import { dayOfLine } from './questions.ts'
import { because, whyAsked } from './reason-words.ts'
import { everyLine, type LineFilter, shownLines } from './shown.ts'
import { monthWords } from './words.ts'

type Props = LinesAround & {
  matches: Match[]
  whose: Whose
  filter: LineFilter
  onFilter: (filter: LineFilter) => void
  sourceOf: (line: SpendLine) => FieldBelief | undefined
  evidenceOf: (line: SpendLine, belief: FieldBelief) => Promise<SourceView | undefined>
  acts: LineActs
}

const page = 40

/** What a line is called in the label of a button: its words, else whose it is. */
export const titleOf = (line: SpendLine, vendor: string): string =>
  line.description ?? line.sku ?? line.invoiceId ?? vendor

/** Every line with what it pays for and why. */
export function Lines(props: Props) {
  const { matches, filter, onFilter, all, vendorName, whose } = props
  const [limit, setLimit] = useState(page)
  const prints = usePrinting()
  const said = (line: SpendLine) =>
    [vendorName(line), line.description, line.sku, line.invoiceId, line.vendors.join(' ')].filter(Boolean).join(' ')
  const found = shownLines(matches, filter, said)
  const narrowed = filter.within ?? filter.subscription ?? filter.vendor
  const of =
    filter.subscription !== undefined
      ? t('spend.linesOf', all.get(filter.subscription)?.name ?? '')
      : filter.within === undefined
        ? filter.vendor
        : filter.within.length === 7
          ? t('spend.linesOfMonth', monthWords(filter.within, true))
          : t('spend.linesOf', filter.within)
  return (
    <div class="spend-lines">
      <div class="spend-tools">
        <SearchField
          compact
          label={t('spend.search')}
          value={filter.search}
          onInput={(search) => onFilter({ ...filter, search })}
        />
        <label>
          <span class="aside">{t('spend.show')}</span>
          <select
            class="field-input compact"
            value={filter.is}
            onChange={(event) => {
              const is = filters.find((each) => each === event.currentTarget.value)
              if (is) onFilter({ ...filter, is })
            }}
          >
            {filters.map((is) => (
              <option key={is} value={is}>
                {t(`spend.filters.${part(is)}`)}
              </option>
            ))}
          </select>
        </label>
        {narrowed !== undefined && (
          <button type="button" class="button quiet" onClick={() => onFilter(everyLine)}>
            {of} · {t('spend.showAll')}
          </button>
        )}
        <span class="grow" />
        <span class="faint" role="status">
          {t('spend.shown', matches.length, found.length)}
        </span>
        {found.length > 0 && <DownloadMenu {...whose} list={() => lineFile(found, props)} />}
      </div>
      {found.length === 0 ? (
        <p class="state soft">{t('spend.noneShown')}</p>
      ) : (
        <table class="spend-table">
          <thead>
            <tr>
              <th scope="col">{t('spend.head.day')}</th>
              <th scope="col">{t('spend.head.line')}</th>
              <th scope="col">{t('spend.head.pays')}</th>
              <th scope="col" class="number">
                {t('spend.head.amount')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {(prints ? found : found.slice(0, limit)).map((match) => (
              <LineRow key={match.line.id} {...props} match={match} />
            ))}
          </tbody>
        </table>
      )}
      {found.length > limit && (
        <p class="state">
          <button type="button" class="button" onClick={() => setLimit(limit + page)}>
            {t('spend.more')}
          </button>
        </p>
      )}
    </div>
  )
}

const filters = ['all', 'matched', 'asked', 'not-in-inventory'] as const

function LineRow(props: Props & { match: Match }) {
  const { match, all, vendorName, convert, currency, sourceOf, evidenceOf, acts } = props
  const { line } = match
  const vendor = vendorName(line)
  const title = titleOf(line, vendor)
  const own = line.description ?? line.sku
  const day = dayOfLine(line)
  const minor = convert(line)
  const source = sourceOf(line)
  const more = [line.invoiceId === undefined ? undefined : t('spend.bill', line.invoiceId)]
  if (line.type === 'invoice') more.push(t('spend.wholeBill'))
  if (line.covers) more.push(`${formatDay(line.covers.from)} – ${formatDay(addDays(line.covers.until, -1))}`)
  return (
    <tr>
      <td class="day">
        {day === undefined ? (
          <span class="not-shown">{t('spend.dayNotShown')}</span>
        ) : (
          <time dateTime={day}>{formatDay(day)}</time>
        )}
      </td>
      <td>
        <span class="what">
          {own ?? vendor} {own !== undefined && own !== vendor && <span class="faint">{vendor}</span>}
        </span>
        <span class="faint sub">
          {more.filter(Boolean).join(' · ')}{' '}
          {source && (
            <SourceTag
              of={{ source: source.source, at: source.at }}
              what={title}
              load={source.observation === undefined ? undefined : () => evidenceOf(line, source)}
            />
          )}
        </span>
      </td>
      <td>
        <Pays match={match} all={all}>
          <button
            type="button"
            class="button link"
            aria-label={t('spend.changeOf', title)}
            onClick={() => acts.pick([line])}
          >
            {match.is === 'matched' ? t('common.change') : t('spend.say')}
          </button>
          {line.subscription !== undefined && (
            <button
              type="button"
              class="button link"
              aria-label={t('spend.takeBackOf', title)}
              onClick={() => acts.takeBack(line)}
            >
              {t('common.takeBack')}
            </button>
          )}
        </Pays>
      </td>
      <td class="number">
        <span>{formatMoney(minor !== undefined && currency !== null ? { minor, currency } : line.billed)}</span>
        {minor !== undefined && line.billed.currency !== currency && (
          <span class="faint sub">{formatMoney(line.billed)}</span>
        )}
      </td>
      <td class="acts">
        {line.type === 'charge' && (
          <>
            <button
              type="button"
              class="button quiet"
              aria-label={t('spend.editOf', title)}
              onClick={() => acts.edit(line)}
            >
              {t('common.edit')}
            </button>
            <button
              type="button"
              class="button quiet"
              aria-label={t('spend.removeOf', title)}
              onClick={() => acts.remove(line)}
            >
              {t('common.delete')}
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

/** The subscription with the reason in words; or that it is asked, or nobody's. */
function Pays({ match, all, children }: { match: Match; all: Map<Uuid, Pickable>; children: ComponentChildren }) {
  if (match.is === 'matched') {
    const pays = all.get(match.subscription)
    return (
      <>
        <a href={`#inventory/${match.subscription}`}>{pays?.name ?? match.subscription}</a> {children}
        <span class="faint sub">{because(match.reasons)}</span>
      </>
    )
  }
  return (
    <span class="soft">
      {match.is === 'asked' ? whyAsked(match.why) : t('spend.notListed')} {children}
    </span>
  )
}
