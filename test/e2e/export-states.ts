import type { Page } from '@playwright/test'
import { peopleIn } from './people-states.ts'
import type { ScreenState } from './screen-states.ts'
import { clients } from './seed.ts'

const download = (name: string) => (page: Page) => page.getByRole('button', { name }).click()

/** Every state of the export of a whole client. */
export const exportStates: ScreenState[] = [
  { name: 'export-empty', screen: 'app#export', fill: clients, shows: 'Nothing is accepted or imported yet.' },
  { name: 'export-full', screen: 'app#export', fill: peopleIn('full'), shows: 'Subscriptions' },
  {
    name: 'export-saved',
    screen: 'app#export',
    fill: peopleIn('pseudonymous'),
    act: download('Download workbook'),
    shows: /^Saved “Contoso Manufacturing/,
  },
]
