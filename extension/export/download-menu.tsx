import { Download } from 'lucide'
import { t } from '../ui/language.ts'
import { MenuAction, MenuButton, MenuGroup } from '../ui/menu.tsx'
import { toast } from '../ui/toasts.tsx'
import { exportList, formats, type Whose } from './export-list.ts'
import type { List } from './list.ts'

/** What a list shows now, as a file: its columns, filters and order. Made only when it is asked for. */
export function DownloadMenu<Row>({ list, ...whose }: Whose & { list: () => List<Row> }) {
  return (
    <MenuButton label={t('export.download')} icon={Download}>
      {(close) => (
        <MenuGroup label={t('export.what')}>
          {formats.map((format) => (
            <MenuAction
              key={format}
              onChoose={async () => {
                close()
                const shown = list()
                await exportList(shown, format, whose)
                toast(t('export.done', shown.rows.length))
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
