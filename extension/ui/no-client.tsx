import { t } from './language.ts'
import { Note } from './note.tsx'

/** All that an area of one client says while none is active. */
export const NoClient = ({ children }: { children: string }) => (
  <Note tone="soon" title={t('common.noClientTitle')}>
    {children}
  </Note>
)
