import { expect, type Page, test } from '@playwright/test'
import type { StoredRecord } from '../../extension/db/schema.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { peopleClient, peopleIn } from './people-states.ts'
import { openScreen } from './screen-page.ts'
import type { ScreenState } from './screen-states.ts'

/** The people of a client by keyboard alone, how they may be shown, and many of them. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
})
test.afterAll(() => profile.close())

const open = async (state: Pick<ScreenState, 'fill' | 'shows'> & Partial<ScreenState>): Promise<Page> => {
  const page = await openScreen(profile, { name: 'people', screen: 'app#people', ...state })
  await expect(page.getByText(state.shows).first()).toBeVisible()
  return page
}
const persons = async () => (await rowsOf<StoredRecord>(profile, 'records')).filter(({ type }) => type === 'person')

test('find somebody, say that two are one, take it back, and say when their last day is', async () => {
  const page = await open({ fill: peopleClient, shows: 'Everybody' })
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('teo labs')
  await expect(page.locator('.person-line.row')).toHaveCount(1)
  await page.keyboard.press('Tab')
  for (let pressed = 0; pressed < 9; pressed++) {
    if ((await page.locator(':focus').textContent()) === 'Teo Brandt') break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Teo Brandt' })).toBeVisible()
  expect(page.url(), 'no address stays in the history').not.toContain('@')

  await page.getByRole('button', { name: /^Yes, Teo Brandt .* is the same person/ }).press('Enter')
  await expect(page.getByRole('status').getByText('are one person now')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'teo.brandt@contoso.example' })).toBeVisible()
  await expect(page.getByText('Is this the same person?')).toHaveCount(0)
  await page.getByRole('button', { name: 'Separate teo.brandt@contoso-labs.example from this person' }).press('Enter')
  await expect(page.getByText('Is this the same person?')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('Is this the same person?')).toHaveCount(0)

  await page.getByRole('button', { name: 'Edit' }).press('Enter')
  await page.getByLabel('Last day').fill('2027-01-31')
  await page.getByLabel('Department').press('Enter')
  await expect(page.getByText('left 31 Jan 2027')).toBeVisible()
  const said = (await persons()).find(({ edits }) => edits.endsOn?.value === '2027-01-31')
  expect(said?.edits.emails?.value).toEqual(['teo.brandt@contoso-labs.example', 'teo.brandt@contoso.example'])
  await page.close()
})

test('a kind is a look until somebody says that it is right', async () => {
  const page = await open({ fill: peopleClient, shows: 'Everybody' })
  await page.getByRole('button', { name: /^Shared and service/ }).press('Enter')
  await expect(page.locator('.person-line.row')).toHaveCount(2)
  await page.getByRole('link', { name: 'Buchhaltung' }).press('Enter')
  await page.getByRole('button', { name: 'That is right' }).press('Enter')
  await expect(page.getByText('by the look of the address')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('by the look of the address').first()).toBeVisible()
  await page.close()
})

test('an account without an address is given to somebody; who is the same person is found by typing', async () => {
  const page = await open({ fill: peopleClient, shows: 'Everybody' })
  await page.getByRole('link', { name: 'Board room 2' }).press('Enter')
  await page.getByRole('button', { name: 'Whose is it?' }).press('Enter')
  await expect(page.getByLabel('Find by name or address')).toBeFocused()
  await page.keyboard.type('wen')
  await expect(page.getByRole('option', { selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText('Board room 2 belongs to Wen Zhao now')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Wen Zhao' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Board room 2' })).toBeVisible()

  await page.getByRole('link', { name: 'All people' }).press('Enter')
  await page.getByRole('link', { name: 'Wen Zhao' }).press('Enter')
  await page.getByRole('button', { name: 'Same person as' }).press('Enter')
  await expect(page.getByLabel('Find by name or address')).toBeFocused()
  await page.keyboard.type('lindq')
  await expect(page.getByRole('option', { selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Separate jonas/ })).toBeVisible()
  await page.close()
})

test('the other way round: a product, and who holds it', async () => {
  const page = await open({ fill: peopleClient, shows: 'Everybody' })
  await page.getByRole('tab', { name: /^People/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'People with Slack' }).press('Enter')
  await expect(page.locator('.holder-line').getByRole('link', { name: 'Ines Duarte' })).toBeVisible()
  await page.screenshot({ path: 'test/e2e/screens/people-products.png' })
  await page.close()
})

/** A word of each name and address that is seeded. */
const names = /okafor|lindqvist|reyes|brandt|zhao|duarte|buchhaltung|svc-|board room|@contoso|@fabrikam/i

for (const mode of ['pseudonymous', 'counts-only'] satisfies PeopleMode[])
  test(`${mode}: no area names anybody`, async () => {
    const page = await open({ fill: peopleIn(mode), shows: /Shown under made-up names|Only counted/ })
    if (mode === 'pseudonymous') {
      await page.getByRole('link', { name: /^#/ }).first().press('Enter')
      await expect(page.getByText('Accounts and seats')).toBeVisible()
      expect(await page.locator('body').innerHTML()).not.toMatch(names)
      await page.screenshot({ path: 'test/e2e/screens/people-made-up.png' })
      await page.goto(page.url().replace(/#.*/, '#people'))
      await page.getByRole('tab', { name: /^Products/ }).click()
    }
    for (const area of ['people', 'findings', 'vendors']) {
      await page.goto(page.url().replace(/#.*/, `#${area}`))
      await expect(page.locator('main h1').first()).toBeVisible()
      expect(await page.locator('body').innerHTML(), area).not.toMatch(names)
      expect(await page.title()).not.toMatch(names)
    }
    await page.close()
  })

test('ten thousand people: a page at a time, each found by typing', async () => {
  test.setTimeout(180_000)
  const page = await open({ fill: peopleClient, shows: 'Everybody' })
  await page.evaluate(addSeats, { people: 10_000, seats: 2 })
  await page.reload()
  await expect(page.getByText('50 of 10,010 entries')).toBeAttached({ timeout: 60_000 })
  await page.locator('.person-line.row').last().scrollIntoViewIfNeeded()
  await expect(page.getByText('100 of 10,010 entries')).toBeAttached()
  await page.getByRole('searchbox').fill('person 04242')
  await expect(page.locator('.person-line.row')).toHaveCount(1)
  await page.close()
})

/** In the page itself, as so much does not go through the door of the browser. */
const addSeats = ({ people, seats }: { people: number; seats: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('stocktake')
    opening.onsuccess = () => {
      const work = opening.result.transaction(['records', 'settings'], 'readwrite')
      const records = work.objectStore('records')
      const asked = work.objectStore('settings').get('activeClient')
      asked.onsuccess = () => {
        const at = '2027-02-05T16:40:00.000Z'
        for (let seat = 0; seat < people * seats; seat++) {
          const name = String(seat % people).padStart(5, '0')
          const id = `00000000-0000-4000-8000-${String(seat).padStart(12, '0')}`
          const fields = {
            person: `Person ${name}`,
            email: `person.${name}@contoso.example`,
            product: `Product ${Math.floor(seat / people)}`,
            status: 'active',
            lastActiveOn: '2027-01-12',
          }
          const cells = Object.fromEntries(
            Object.entries(fields).map(([field, value]) => [field, { value, source: 'json', at, observation: id }]),
          )
          const about = { vendor: 'slack.com', vendorAccount: null, edits: {}, seenAt: at, deleted: 0, rev: 1 }
          records.put({ scope: asked.result.client, id, type: 'assignment', cells, ...about })
        }
      }
      work.oncomplete = () => {
        opening.result.close()
        resolve()
      }
      work.onabort = () => reject(work.error)
    }
  })
