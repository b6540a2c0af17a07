import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../reading.ts'

const types = (body: unknown, url: string) => fieldsOf(body, url).map(({ type }) => type)

describe('people who hold nothing', () => {
  const people = [1, 2].map((id) => ({ id, name: `Ada Byron ${id}`, emails: [{ email: `ada${id}@birch.example` }] }))

  test('whom the client sells to, as a CRM describes them', () => {
    const url = 'https://api.orbita.example/v1/people/search'
    const sold = people.map((person) => ({ ...person, company_name: 'Birch Mill', contact_type_id: 7 }))
    expect(types(sold, url)).toEqual([])
    expect(
      types(
        people.map((person) => ({ ...person, role: 'admin' })),
        url,
      ),
    ).toEqual(['assignment', 'assignment'])
  })

  test('who looks after a thing of work', () => {
    const owners = [{ id: 4, email: 'ada@birch.example', first_name: 'Ada', last_name: 'Byron' }]
    const features = [1, 2].map((id) => ({ id, name: `flag_${id}`, enabled: true, owners }))
    expect(types({ results: features }, 'https://api.orbita.example/v1/projects/12/features/')).toEqual([])
  })
})

test('names in a list that the address alone calls domains', () => {
  const rows = ['birch.example', 'mill.example'].map((domain) => ({
    domain,
    status: 'active',
    expires_at: '2027-02-27',
  }))
  expect(fieldsOf(rows, 'https://api.orbita.example/domains/v1/portfolio')).toMatchObject([
    { type: 'domain', name: 'birch.example', expiresOn: '2027-02-27' },
    { type: 'domain', name: 'mill.example', expiresOn: '2027-02-27' },
  ])
  expect(types(rows, 'https://api.orbita.example/campaigns/v1/portfolio')).not.toContain('domain')
})

test('what is launched from a portal is in use, what is only hosted is not', () => {
  const hosted = ['Ledger', 'Sketchpad'].map((name) => ({ id: name, name, status: 'normal' }))
  const url = 'https://portal.birch.example/api/applications/'
  const launched = hosted.map((app) => ({ ...app, launch_url: `https://${app.name}.example/` }))
  expect(fieldsOf({ results: launched }, url)).toMatchObject([
    { type: 'product', name: 'Ledger' },
    { name: 'Sketchpad' },
  ])
  expect(types({ results: hosted }, url)).toEqual([])
})

test('the domains of the companies that one sells to are nobody here’s', () => {
  const companies = ['birch', 'mill'].map((name) => ({
    name,
    domains: [{ domain: `${name}.example` }, { domain: `www.${name}.example` }],
  }))
  expect(types({ data: companies }, 'https://api.orbita.example/v2/companies')).not.toContain('domain')
})

test('rooms and desks have seats that nobody bought', () => {
  const spaces = [1, 2].map((id) => ({ id, name: `Room ${id}`, seats: { total: 12, available: 7 }, status: 'active' }))
  expect(types({ data: spaces }, 'https://api.orbita.example/v1/locations/1/spaces')).toEqual([])
})

test('valid "not before" is where a certificate begins', () => {
  const certificate = {
    cert_subject_cn: 'birch.example',
    cert_issuer: 'Birch CA',
    validity_not_before: '2026-08-15T00:00:00Z',
    validity_not_after: '2027-08-15T00:00:00Z',
  }
  expect(fieldsOf([certificate], 'https://api.orbita.example/v1/certificates')).toMatchObject([
    { type: 'certificate', endsOn: '2027-08-15' },
  ])
})

test('an invitation that is pending, and when one was last there', () => {
  const rows = [
    { email: 'ada@birch.example', pending_invitation: false, last_request_at: '2026-11-19T10:00:00Z' },
    { email: 'bo@birch.example', pending_invitation: true, last_request_at: null },
  ]
  const [there, invited] = fieldsOf(rows, 'https://api.orbita.example/v1/collaborators')
  expect(there).toMatchObject({ lastActiveOn: '2026-11-19' })
  expect(invited).toMatchObject({ status: 'invited' })
})
