import { describe, expect, test } from 'vitest'
import { emptyRecord, foldObservation } from '../../../../shared/inventory/fold.ts'
import { madeUpName } from '../../../../shared/inventory/people/called.ts'
import { observeAs } from '../../../../shared/inventory/people/kept.ts'
import { maskedRecord, maskedSighting } from '../../../../shared/inventory/people/masked.ts'
import { newId } from '../../../../shared/model/id.ts'
import { observe, Sighting } from '../../../../shared/model/observation.ts'

const fields = {
  person: 'Ada Lovelace',
  email: 'ada@contoso.example',
  accountId: 'U-ada-17',
  product: 'Slack',
  status: 'active',
  lastActiveOn: '2026-11-20',
}
const names = /\bada\b|lovelace/i // an id may have "ada" in it
const excerpt = 'Ada Lovelace · ada@contoso.example · active'
const seat = (url = 'https://slack.com/admin/users'): Sighting => ({
  type: 'assignment',
  key: fields.email,
  vendor: 'slack.com',
  vendorAccount: { vendor: 'slack.com', id: 'T1' },
  fields,
  evidence: Object.fromEntries(
    Object.keys(fields).map((field) => [
      field,
      { source: 'page', locator: `row ${fields.email}`, excerpt, confidence: 'medium' } as const,
    ]),
  ),
  capture: { id: newId(), at: '2026-11-21T10:00:00Z', url, connector: { id: 'slack', version: 1 } },
})
const counted = { product: 'Slack', status: 'active', lastActiveOn: '2026-11-20' }

describe('what accepting keeps', () => {
  const client = newId()

  test('where people are only counted: the seat, and nothing that names anybody', async () => {
    const kept = await observeAs('counts-only', client, seat())
    expect(Sighting.parse(kept.sighting).fields).toEqual(counted)
    expect(JSON.stringify(kept)).not.toMatch(names)
    expect(kept.sighting.capture.url).toBe('https://slack.com/admin/users')
  })

  test('of a page that is one person’s only where it is', async () => {
    const pages = ['https://slack.com/admin/users/ada%40contoso.example', 'https://slack.com/admin/U-ada-17/edit']
    for (const page of pages)
      expect((await observeAs('counts-only', client, seat(page))).sighting.capture.url).toBe('https://slack.com')
  })

  test('it is one record in every mode, so that no seat is doubled when the mode changes', async () => {
    const all = await Promise.all(
      (['full', 'pseudonymous', 'counts-only'] as const).map((mode) => observeAs(mode, client, seat())),
    )
    expect(new Set(all.map(({ rec }) => rec)).size).toBe(1)
  })

  test('in the other modes, and of everything else, all that was shown', async () => {
    const shown = seat()
    expect(await observeAs('full', client, shown)).toEqual(await observe(client, shown))
    expect(await observeAs('pseudonymous', client, shown)).toEqual(await observe(client, shown))
    const domain: Sighting = { ...shown, type: 'domain', fields: {}, evidence: {} }
    expect(await observeAs('counts-only', client, domain)).toEqual(await observe(client, domain))
  })
})

describe('what a screen shows', () => {
  test('of a sighting: a made-up name, or what is counted', () => {
    const shown = seat()
    expect(maskedSighting(shown, 'full', 'k')).toBe(shown)
    const madeUp = maskedSighting(seat(), 'pseudonymous', fields.email)
    expect(madeUp.fields).toEqual({ ...counted, person: madeUpName(fields.email) })
    expect(JSON.stringify(madeUp)).not.toMatch(names)
    const without = maskedSighting(seat(), 'counts-only', fields.email)
    expect([without.fields, without.key]).toEqual([counted, 'Slack'])
    expect(JSON.stringify(without)).not.toMatch(names)
  })

  test('of a record: also what people wrote, and what they wrote it against', async () => {
    const observation = await observe(newId(), seat())
    const edit = { value: 'Ada King', seq: 1, by: newId(), at: '2026-11-22T10:00:00Z', against: 'Ada Lovelace' }
    const record = {
      ...foldObservation(emptyRecord(observation.rec, 'assignment'), observation, 1),
      edits: { person: edit },
    }
    expect(maskedRecord(record, 'full', 'k')).toBe(record)
    for (const mode of ['pseudonymous', 'counts-only'] as const)
      expect(JSON.stringify(maskedRecord(record, mode, fields.email))).not.toMatch(names)
    expect(maskedRecord(record, 'pseudonymous', fields.email).edits.person?.value).toBe(madeUpName(fields.email))
  })

  test('an owner is somebody too', () => {
    const edit = { value: 'ada@contoso.example', seq: 1, by: newId(), at: '2026-11-22T10:00:00Z' }
    const record = { ...emptyRecord(newId(), 'subscription'), edits: { owner: edit } }
    expect(maskedRecord(record, 'counts-only', 'k').edits).toEqual({})
  })
})
