import { describe, expect, test } from 'vitest'
import { recordsFromPage } from '../../../extension/heuristics/page/read.ts'
import { pageReader } from '../../support/read-pages.ts'

const reader = pageReader()

async function fields(body: string, { path = 'admin', lang = 'en-US', title = 'Acme Console' } = {}) {
  const url = `https://console.acme.example.com/${path}`
  const html = `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body>${body}</body></html>`
  const read = await reader.read(url, html)
  const { headings } = read.snapshot
  const context = { url, title, lang: read.lang, headings, at: '2026-11-20T12:00:00Z' }
  return recordsFromPage(read.snapshot, context).map(({ type, fields }) => ({ type, ...fields }))
}
const table = (head: string[], ...rows: string[][]) =>
  `<table><thead><tr>${head.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`

describe('lists as consoles that nobody knows draw them', () => {
  test('fields to search in stand above the names of the columns; the service names what runs, the contract under which', async () => {
    const read = await fields(
      `<h1>Servicios</h1><table><tr><td><input name="a"></td><td><input name="b"></td><td></td><td></td><td><select><option>Todos</option></select></td></tr>
      <tr><th>Contrato</th><th>Servicio</th><th>Cant.</th><th>Fecha fin prevista</th><th>Estado</th></tr>
      <tr><td>K-2201</td><td>Correo Plus</td><td>30</td><td>31/03/2027</td><td>En servicio</td></tr>
      <tr><td>K-2202</td><td>Archivo Legal</td><td>5</td><td>30/06/2027</td><td>En servicio</td></tr></table>`,
      { lang: 'es-ES' },
    )
    expect(read).toMatchObject([
      { type: 'subscription', product: 'Correo Plus', seatsPurchased: 30, endsOn: '2027-03-31', status: 'active' },
      { product: 'Archivo Legal', seatsPurchased: 5, endsOn: '2027-06-30' },
    ])
  })

  test('a column called policy names the settings of its rows', async () => {
    const read = await fields(
      `<h1>Security</h1>${table(['Policy', 'Status', 'Description'], ['Two-factor authentication', 'Required', 'For all'], ['SAML single sign-on', 'Disabled', 'None'])}`,
    )
    expect(read).toMatchObject([
      { type: 'control', area: 'mfa', state: 'enforced' },
      { type: 'control', area: 'sso', state: 'disabled' },
    ])
  })

  const app = (name: string, day: string) =>
    `<li class="app"><h3>${name}</h3><p>Lit les dossiers</p><p>${day}</p><button>Retirer</button></li>`
  test('applications that somebody authorized, each since a day', async () => {
    const read = await fields(
      `<h1>Applications autorisées</h1><ul>${app('Agenda Plus', 'Autorisée le 4 mai 2026')}${app('Signa', 'Autorisée le 2 juin 2026')}</ul>`,
      { lang: 'fr-FR', path: 'applications' },
    )
    expect(read).toEqual([
      { type: 'product', name: 'Agenda Plus' },
      { type: 'product', name: 'Signa' },
    ])
  })
  test('applications that could be had are none', async () => {
    const read = await fields(
      `<h1>Applications</h1><ul>${app('Agenda Plus', 'Publiée le 4 mai 2026')}${app('Signa', 'Publiée le 2 juin 2026')}</ul>`,
      { lang: 'fr-FR', path: 'applications' },
    )
    expect(read).toEqual([])
  })

  test('services with a state, an end and how often they are paid, without a price', async () => {
    const service = (name: string, period: string, day: string, state: string) =>
      `<a href="#"><div class="p-5"><h3>${name}</h3><div><span>${period}</span></div><div><span>Scade il</span><span>${day}</span></div><div><span>${state}</span></div></div></a>`
    const list = (...cards: string[]) => `<h1>I miei servizi</h1><div class="grid">${cards.join('')}</div>`
    const read = await fields(
      list(
        service('Posta L', 'Ogni mese', '12 gen 2027', 'ATTIVO'),
        service('Archivio', 'Ogni 3 mesi', '3 mag 2027', 'SOSPESO'),
      ),
      { lang: 'it-IT', path: 'services' },
    )
    expect(read).toMatchObject([
      { type: 'subscription', product: 'Posta L', endsOn: '2027-01-12', status: 'active' },
      { product: 'Archivio', billingPeriod: { count: 3, unit: 'month' }, status: 'suspended' },
    ])
  })

  test('a price of one user for a month, with the user before the stroke', async () => {
    const read = await fields(
      `<h1>Licenses</h1>${table(['Product', 'Quantity', 'Price', 'Renews'], ['Draw', '6', '$15.00 user/month', 'Mar 31, 2027'])}`,
    )
    expect(read).toMatchObject([
      { unitPrice: { minor: 1500, currency: 'USD' }, billingPeriod: { count: 1, unit: 'month' }, seatsPurchased: 6 },
    ])
  })

  test('boxes that each show one value are named by their headings', async () => {
    const read = await fields(
      `<h1>Assinatura</h1><div class="card"><h4>Plano</h4><div><span>Premier</span><span class="tag">Ativo</span></div></div>
      <div class="card"><h4>Assentos</h4><div><span>38 / 50</span></div></div>
      <div class="card"><h4>Próxima renovação</h4><div>30 de junho de 2027</div></div>`,
      { lang: 'pt-BR', path: 'admin/subscription' },
    )
    expect(read).toMatchObject([
      { plan: 'Premier', status: 'active', seatsAssigned: 38, seatsPurchased: 50, renewsOn: '2027-06-30' },
    ])
  })

  test('accounts of an application that names them in its own way', async () => {
    const read = await fields(
      table(
        ['Anzeigename', 'Kontoname', 'E-Mail', 'Letzte Anmeldung'],
        ['Eva Kern', 'eva', 'eva@kern.example', '18.11.2026'],
        ['Ole Petri', 'ole', 'ole@kern.example', '03.04.2026'],
      ),
      { lang: 'de-DE', title: 'Konten – Acme' },
    )
    expect(read).toMatchObject([
      { type: 'assignment', email: 'eva@kern.example', lastActiveOn: '2026-11-18' },
      { email: 'ole@kern.example' },
    ])
  })
})

describe('what looks like it and is something else', () => {
  test('requests about services, each with the day on which an answer is due', async () => {
    const read = await fields(
      `<h1>Le mie richieste</h1>${table(['Riferimento', 'Descrizione', 'Servizio', 'Creata il', 'Scadenza', 'Stato'], ['#12', 'Nuovo utente', 'Posta', '12/11/2026', '19/11/2026', 'Chiusa'], ['#11', 'Rinnovo', 'Rete', '3/11/2026', '10/11/2026', 'Chiusa'])}`,
      { lang: 'it-IT', path: 'richieste' },
    )
    expect(read).toEqual([])
  })

  test('two counts in brackets behind a name are both, never the second alone', async () => {
    const read = await fields(
      '<h1>Plan subskrypcji</h1><div>Plan: Firma (18/25 wykorzystanych licencji)</div><p>Następna płatność: 14 lutego 2027</p>',
      { lang: 'pl-PL', path: 'subscription' },
    )
    expect(read).toMatchObject([{ plan: 'Firma', seatsAssigned: 18, seatsPurchased: 25, renewsOn: '2027-02-14' }])
  })

  test('the next end of a service is the day on which it renews', async () => {
    const read = await fields(
      `<h1>Diensten</h1>${table(['Product', 'Prijs', 'Volgende vervaldatum', 'Status'], ['Post', '€ 14,95', '14-01-2027', 'Actief'], ['Web', '€ 5,00', '20-01-2027', 'Actief'])}`,
      { lang: 'nl-NL', path: 'services' },
    )
    expect(read).toMatchObject([{ product: 'Post', renewsOn: '2027-01-14' }, { renewsOn: '2027-01-20' }])
    expect(read[0]).not.toHaveProperty('endsOn')
  })
})

describe('domains', () => {
  test('renewal as a word of its own, and the day on which it is due', async () => {
    const read = await fields(
      `<h1>Mes services</h1>${table(['Nom du service', 'Type', 'Renouvellement', "Date d'échéance"], ['verger.example', 'Domaine', 'Automatique', '14 mars 2027'], ['pomme.example', 'Domaine', 'Manuel', '2 janv. 2027'])}`,
      { lang: 'fr-FR', path: 'services' },
    )
    expect(read).toMatchObject([
      { type: 'domain', name: 'verger.example', autoRenews: true, expiresOn: '2027-03-14' },
      { name: 'pomme.example', autoRenews: false, expiresOn: '2027-01-02' },
    ])
  })

  test('renewal in words on a badge', async () => {
    const row = (name: string, badge: string) =>
      `<li><div><a href="#">${name}</a></div><div><small>Expira em</small> <span>15/03/2027</span></div><div><span class="badge">${badge}</span></div></li>`
    const read = await fields(
      `<h1>Meus domínios</h1><ul>${row('aurora.example', 'Renovação automática ativada')}${row('agenda.example', 'Renovação automática desativada')}</ul>`,
      { lang: 'pt-BR', path: 'dominios' },
    )
    expect(read).toMatchObject([
      { name: 'aurora.example', autoRenews: true },
      { name: 'agenda.example', autoRenews: false },
    ])
  })
})
