import { Columns3, ListFilter, Rows3 } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { ListView } from '../../settings/list-view.ts'
import { t } from '../language.ts'
import { MenuButton, MenuCheck, MenuGroup } from '../menu.tsx'
import { SearchField } from '../search-field.tsx'
import { grouped } from './arrange.ts'
import type { Column, Filter } from './column.ts'
import type { Standing } from './use-view.ts'

type Props<R> = {
  search: string
  columns: readonly Column<R>[]
  filters: readonly Filter<R>[]
  standing: Standing
  children?: ComponentChildren
}

/** What a person can ask of a list: words in it, filters, groups, columns. */
export function ListTools<R>({ search, columns, filters, standing, children }: Props<R>) {
  const set = (part: Partial<ListView>) => standing.change({ view: { ...standing.view, ...part } })
  return (
    <div class="list-tools">
      <SearchField compact label={search} value={standing.search} onInput={(search) => standing.change({ search })} />
      {filters.length > 0 && <FilterMenu filters={filters} chosen={standing.view.filters} onChange={set} />}
      <GroupMenu columns={columns} group={standing.view.group} onChange={set} />
      <ColumnMenu columns={columns} chosen={standing.view.columns} onChange={set} />
      {children}
    </div>
  )
}

type Change = { onChange: (part: Partial<ListView>) => void }
const toggled = (all: string[], one: string) => (all.includes(one) ? all.filter((each) => each !== one) : [...all, one])

function FilterMenu<R>({ filters, chosen, onChange }: Change & { filters: readonly Filter<R>[]; chosen: string[] }) {
  const known = filters.filter(({ id }) => chosen.includes(id)).length
  return (
    <MenuButton label={t('list.filter')} icon={ListFilter} value={known > 0 ? String(known) : undefined}>
      {() =>
        grouped(filters, ({ group }) => ({ key: group, name: t(group) })).map(({ key, name, rows }) => (
          <MenuGroup key={key} label={name}>
            {rows.map(({ id, label }) => (
              <MenuCheck
                key={id}
                kind="checkbox"
                checked={chosen.includes(id)}
                onChoose={() => onChange({ filters: toggled(chosen, id) })}
              >
                <span class="cut">{label}</span>
              </MenuCheck>
            ))}
          </MenuGroup>
        ))
      }
    </MenuButton>
  )
}

function GroupMenu<R>({ columns, group, onChange }: Change & { columns: readonly Column<R>[]; group: string | null }) {
  const groups = columns.filter((column) => column.group)
  const now = groups.find(({ id }) => id === group)
  return (
    <MenuButton label={t('list.group')} icon={Rows3} value={now ? t(now.label) : t('list.none')}>
      {(close) =>
        [undefined, ...groups].map((column) => (
          <MenuCheck
            key={column?.id ?? ''}
            kind="radio"
            checked={column === now}
            onChoose={() => {
              onChange({ group: column?.id ?? null })
              close()
            }}
          >
            {column ? t(column.label) : t('list.none')}
          </MenuCheck>
        ))
      }
    </MenuButton>
  )
}

function ColumnMenu<R>({ columns, chosen, onChange }: Change & { columns: readonly Column<R>[]; chosen: string[] }) {
  return (
    <MenuButton label={t('list.columns')} icon={Columns3}>
      {() =>
        columns.map(({ id, label }, at) => (
          <MenuCheck
            key={id}
            kind="checkbox"
            checked={at === 0 || chosen.includes(id)}
            disabled={at === 0}
            onChoose={() => onChange({ columns: toggled(chosen, id) })}
          >
            {t(label)}
          </MenuCheck>
        ))
      }
    </MenuButton>
  )
}
