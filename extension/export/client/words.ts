import type { PeopleMode } from '../../../shared/model/client.ts'
import { part, t } from '../../ui/language.ts'
import type { Progress } from '../running.ts'

export type Kind = 'workbook' | 'archive'

/** What is in none of the files, and what one of them is without. */
export const leftOut = (kind: Kind): string[] =>
  kind === 'workbook' ? [t('export.left.evidence'), t('export.left.both')] : [t('export.left.both')]

export const peopleWords = (mode: PeopleMode): string => t(`export.people.${part(mode)}`)

export function progressWords({ is, done, all }: Progress): string {
  return is === 'working-out' ? t('export.progress.workingOut') : t(`export.progress.${is}`, all, done)
}
