import { Bookmark, Plus, RotateCcw, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Database } from '../../db/database.ts'
import type { ListView, SavedView } from '../../settings/list-view.ts'
import { removeView, saveView, viewsOf } from '../../settings/views.ts'
import { FormDialog } from '../dialog.tsx'
import { focusFirst } from '../focus.ts'
import { t } from '../language.ts'
import { MenuAction, MenuButton, MenuCheck, MenuGroup } from '../menu.tsx'
import { toast } from '../toasts.tsx'
import { useLive, valueOr } from '../use-live.ts'
import type { Standing } from './use-view.ts'

type Props = { db: Database; list: string; usual: ListView; standing: Standing }

/** The views that a person keeps of a list: taken, kept under a name, removed with a way back. */
export function ViewMenu({ db, list, usual, standing }: Props) {
  const views = valueOr(
    useLive(() => viewsOf(db, list), [list]),
    [],
  )
  const [naming, setNaming] = useState(false)
  const taken = views.find(({ view }) => alike(view, standing.view))
  const take = (view: ListView) => standing.change({ view, closed: new Set() })
  const remove = async (name: string) => {
    const removed = await removeView(db, list, name)
    toast(t('list.viewRemoved', name), removed && (() => void saveView(db, list, removed)))
  }
  return (
    <>
      <MenuButton
        label={t('list.view')}
        icon={Bookmark}
        value={taken?.name ?? (alike(usual, standing.view) ? undefined : t('list.changed'))}
      >
        {(close) => (
          <>
            {views.length > 0 && (
              <MenuGroup label={t('list.savedViews')}>
                {views.map(({ name, view }) => (
                  <MenuCheck
                    key={name}
                    kind="radio"
                    checked={name === taken?.name}
                    onChoose={closing(close, () => take(view))}
                  >
                    <span class="cut">{name}</span>
                  </MenuCheck>
                ))}
              </MenuGroup>
            )}
            <MenuAction icon={RotateCcw} onChoose={closing(close, () => take(usual))}>
              {t('list.usualView')}
            </MenuAction>
            <MenuAction icon={Plus} onChoose={closing(close, () => setNaming(true))}>
              {t('list.saveView')}
            </MenuAction>
            {taken && (
              <MenuAction icon={Trash2} onChoose={closing(close, () => void remove(taken.name))}>
                {t('list.removeView', taken.name)}
              </MenuAction>
            )}
          </>
        )}
      </MenuButton>
      {naming && (
        <NameDialog
          views={views}
          onClose={() => setNaming(false)}
          onName={async (name) => {
            setNaming(false)
            await saveView(db, list, { name, view: standing.view })
            toast(t('list.viewSaved', name))
          }}
        />
      )}
    </>
  )
}

const closing = (close: () => void, act: () => void) => () => {
  close()
  act()
}

type NameProps = { views: SavedView[]; onClose: () => void; onName: (name: string) => void }

function NameDialog({ views, onClose, onName }: NameProps) {
  const [name, setName] = useState('')
  const known = views.some((view) => view.name === name.trim())
  return (
    <FormDialog
      title={t('list.saveView')}
      submit={known ? t('list.replaceView') : t('common.save')}
      cancel={t('common.cancel')}
      onClose={onClose}
      onSubmit={() => name.trim() !== '' && onName(name.trim())}
    >
      <label class="field">
        <span>{t('list.viewName')}</span>
        <input
          ref={focusFirst}
          data-first
          class="field-input"
          maxLength={60}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p class="soft">{known ? t('list.viewKnown') : t('list.viewHint')}</p>
    </FormDialog>
  )
}

const set = (all: string[]) => [...all].sort().join()
const alike = (a: ListView, b: ListView): boolean =>
  set(a.columns) === set(b.columns) &&
  set(a.filters) === set(b.filters) &&
  a.group === b.group &&
  a.order.by === b.order.by &&
  a.order.down === b.order.down
