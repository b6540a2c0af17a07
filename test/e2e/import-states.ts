import type { Page } from '@playwright/test'
import { choose, encrypted, licenses, many, people, strange, type TestFile } from './import-files.ts'
import type { ScreenState } from './screen-states.ts'
import { clients } from './seed.ts'
import { fullClient } from './seed-content.ts'

const opened =
  (file: TestFile, ...then: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    await choose(page, file)
    for (const step of then) await step(page)
  }
const ready = (page: Page) => page.getByRole('row').nth(1).waitFor()
const again = (page: Page) => page.getByRole('button', { name: /^Import [\d,]+ rows? into/ }).waitFor()
const write = (page: Page) => page.getByRole('button', { name: /^Import [\d,]+ rows? into/ }).click()

/** Every state of the import. */
export const importStates: ScreenState[] = [
  { name: 'import-first-run', screen: 'app#import', shows: 'Which client do you advise?' },
  { name: 'import-choose', screen: 'app#import', fill: clients, shows: 'Choose a file' },
  {
    name: 'import-problem',
    screen: 'app#import',
    fill: clients,
    act: opened(encrypted()),
    shows: /protected by a password/,
  },
  {
    name: 'import-dry-run',
    screen: 'app#import',
    fill: fullClient,
    act: opened(licenses, ready),
    shows: /^Import \d rows into/,
  },
  {
    name: 'import-details',
    screen: 'app#import',
    fill: fullClient,
    act: opened(licenses, ready, (page) => page.locator('summary').click()),
    shows: 'Separated by',
  },
  {
    name: 'import-question',
    screen: 'app#import',
    fill: clients,
    act: opened(people, ready),
    shows: /day or month first/,
  },
  { name: 'import-unknown', screen: 'app#import', fill: clients, act: opened(strange), shows: 'What is each row?' },
  {
    name: 'import-done',
    screen: 'app#import',
    fill: fullClient,
    act: opened(licenses, ready, write),
    shows: /^Imported \d rows into/,
  },
  {
    name: 'import-canceled',
    screen: 'app#import',
    fill: clients,
    act: opened(many(3000), ready, write, (page) => page.getByRole('button', { name: 'Cancel' }).click(), again),
    shows: /^Canceled/,
  },
  {
    name: 'import-many',
    screen: 'app#import',
    fill: clients,
    act: opened(many(20_000), ready),
    shows: '1–100 of 20,000',
  },
]
