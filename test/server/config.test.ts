import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

test('has a default for everything', () => {
  const alerts = { hour: { at: '07:00', zone: 'UTC' }, mail: undefined }
  expect(readConfig({})).toEqual({ port: 4170, host: '127.0.0.1', folder: resolve('data'), baseUrl: undefined, alerts })
  expect(readConfig({ PORT: '', HOST: '', DATA_DIR: '', BASE_URL: '' })).toEqual(readConfig({}))
})

test('takes what the environment says', () => {
  const said = { PORT: '8080', HOST: '0.0.0.0', DATA_DIR: '/srv/stocktake', BASE_URL: 'https://stocktake.example.com/' }
  expect(readConfig(said)).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    folder: resolve('/srv/stocktake'),
    baseUrl: 'https://stocktake.example.com',
  })
})

test('names every fault at once', () => {
  const read = readConfig({ PORT: '99999', BASE_URL: 'ftp://x/y', HOST: ' ' })
  const faults = 'faults' in read ? read.faults : []
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'HOST', 'BASE_URL'])
  for (const url of ['stocktake', 'https://x/path', 'javascript:alert(1)'])
    expect(readConfig({ BASE_URL: url }), url).toHaveProperty('faults')
})

test('takes a mail server and an hour for alerts, or says what is wrong with them', () => {
  const mail = { SMTP_URL: 'smtps://us:secret@smtp.example.com:465', MAIL_FROM: 'alerts@example.com' }
  expect(readConfig({ ...mail, ALERTS_AT: '06:30', ALERTS_ZONE: 'Europe/Zurich' })).toMatchObject({
    alerts: { hour: { at: '06:30', zone: 'Europe/Zurich' }, mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM } },
  })
  const wrong: Record<string, string>[] = [
    { SMTP_URL: mail.SMTP_URL },
    { MAIL_FROM: mail.MAIL_FROM },
    { ...mail, SMTP_URL: 'http://smtp.example.com' },
    { ...mail, MAIL_FROM: 'a@example.com\r\nBcc: b@example.com' },
    { ALERTS_AT: '7' },
    { ALERTS_ZONE: 'Mars/Olympus' },
  ]
  for (const environment of wrong) {
    const read = readConfig(environment)
    expect('faults' in read ? read.faults : [], JSON.stringify(environment)).toHaveLength(1)
    expect(JSON.stringify(read)).not.toContain('secret')
  }
})
