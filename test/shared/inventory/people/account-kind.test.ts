import { describe, expect, test } from 'vitest'
import { kindByAddress } from '../../../../shared/inventory/people/account-kind.ts'
import { homeOf } from '../../../../shared/inventory/people/guest.ts'

const own = new Set(['contoso.com', 'contoso.de'])
const looks = (email: string, domains: ReadonlySet<string> = own) => kindByAddress(email, domains)?.kind

describe('what an address looks like, as companies write them', () => {
  test.each([
    ...['info', 'office', 'sales', 'it-support', 'info.de', 'sales2', 'Support', 'hr'],
    ...['buchhaltung', 'rechnung', 'bewerbung', 'Geschaeftsfuehrung', 'kundenservice'],
    ...['comptabilité', 'facturation', 'accueil', 'rh', 'contabilidad', 'ventas', 'rrhh'],
    ...['amministrazione', 'segreteria', 'boekhouding', 'verkoop', 'ekonomi', 'kundtjänst', 'bogholderi'],
    ...['financeiro', 'vendas', 'księgowość', 'biuro', 'laskutus', 'meetingroom1'],
  ])('%s@: several people’s', (local) => expect(looks(`${local}@contoso.com`)).toBe('shared'))

  test.each([
    ...['noreply', 'no-reply', 'no_reply', 'do.not.reply', 'nepasrepondre', 'ne-pas-repondre', 'nichtantworten'],
    ...['svc-backup', 'svc_sql', 'svcscan', 'sa-web', 'service-account-7', 'scanner', 'scan2', 'drucker', 'imprimante'],
    ...['mailer-daemon', 'postmaster', 'bot-deploy', 'deploy-bot', 'Sync_DC01_3f7c0a528d1e', 'MSOL_3f7c0a528d1e'],
    ...['backup', 'monitoring', 'notifications'],
  ])('%s@: a machine’s', (local) => expect(looks(`${local}@contoso.com`)).toBe('service'))

  test.each([
    'ada_fabrikam.com#EXT#@contoso.onmicrosoft.com',
    'ada.van.dijk_sub.fabrikam.co.uk#EXT#@contoso.com',
    'ada@fabrikam.com',
    'ext.ada@contoso.com',
    'ada.lovelace.extern@contoso.de',
  ])('%s: of another company', (email) => expect(looks(email)).toBe('external'))

  test.each([
    'ada@contoso.com',
    'ada.lovelace@mail.contoso.de',
    // Names that hold a word of a job, or are as short as a country.
    'steve.jobs@contoso.com',
    'joao.sales@contoso.com',
    'ada.admin@contoso.com',
    'al@contoso.com',
    'jo.li@contoso.com',
    'botond@contoso.com',
    'sara@contoso.com',
    'dexter@contoso.com',
    // The tenant’s first domain says nothing of whose it is; a guest from a domain of one’s own is none.
    'ada@contoso.onmicrosoft.com',
    'ada_contoso.de#EXT#@contoso.onmicrosoft.com',
  ])('%s: nothing is said', (email) => expect(looks(email)).toBeUndefined())

  test('where nobody said which domains are the client’s, only a guest is external', () => {
    expect(looks('ada@fabrikam.com', new Set())).toBeUndefined()
    expect(looks('ada_fabrikam.com#EXT#@contoso.onmicrosoft.com', new Set())).toBe('external')
  })

  test('it is only a look', () => expect(kindByAddress('info@contoso.com', own)?.from).toBe('address'))
})

test.each([
  ['ada_fabrikam.com#EXT#@contoso.onmicrosoft.com', 'ada@fabrikam.com'],
  ['ada_l_fabrikam.com#ext#@contoso.com', 'ada_l@fabrikam.com'],
  ['ada@fabrikam.com', undefined],
  ['ada#EXT#@contoso.com', undefined],
])('a guest %s is at home as %s', (email, home) => expect(homeOf(email)).toBe(home))
