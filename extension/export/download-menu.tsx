import { Download } from 'lucide'
import { t } from '../ui/language.ts'
import { MenuAction, MenuButton, MenuGroup } from '../ui/menu.tsx'
import { toast } from '../ui/toasts.tsx'
import { exportList, formats, type Whose } from './export-list.ts'
import type { List } from './list.ts'

type Props<Row> = Whose & {
  list: () => List<Row>
  /** While what is shown is not as it is now: a file does not say so later. */
  disabled?: boolean
}

/** What a list shows now, as a file: its columns, filters and order. Made only when it is asked for. */
export function DownloadMenu<Row>({ list, disabled = false, ...whose }: Props<Row>) {
  return (
    <MenuButton label={t('export.download')} icon={Download} disabled={disabled}>
      {(close) => (
        <MenuGroup label={t('export.what')}>
          {formats.map((format) => (
            <MenuAction
              key={format}
              onChoose={async () => {
                close()
                const shown = list()
                try {
                  await exportList(shown, format, whose)
                  toast(t('export.done', shown.rows.length))
                } catch (error) {
                  toast(t('export.failed'))
                  throw error
                }
              }}
            >
              {t(`export.format.${format}`)}
            </MenuAction>
          ))}
        </MenuGroup>
      )}
    </MenuButton>
  )
}
