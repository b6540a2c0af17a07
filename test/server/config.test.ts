import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { help, variables } from '../../server/commands/help.ts'
import { type Config, defaultConfig, placeOf, readConfig } from '../../server/config.ts'

const read = (environment: Record<string, string>): Config => {
  const config = readConfig(environment)
  if ('faults' in config) throw new Error(config.faults.join('; '))
  return config
}

test('has a default for everything', () => {
  expect(defaultConfig()).toMatchObject({
    port: 4170,
    host: '127.0.0.1',
    folder: resolve('data'),
    baseUrl: undefined,
    databaseUrl: undefined,
    trustProxy: 0,
    metricsToken: undefined,
    limits: { pushesPerMinute: 60, pullsPerMinute: 120 },
  })
  const empty = Object.fromEntries(variables().map(({ name }) => [name, '']))
  expect(readConfig(empty)).toEqual(defaultConfig())
})

test('takes what the environment says', () => {
  const said = { PORT: '8080', HOST: '0.0.0.0', DATA_DIR: '/srv/stocktake', BASE_URL: 'https://stocktake.example.com/' }
  expect(read(said)).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    folder: resolve('/srv/stocktake'),
    baseUrl: 'https://stocktake.example.com',
  })
  expect(placeOf(read(said))).toEqual({ file: resolve('/srv/stocktake/stocktake.sqlite') })
  const url = 'postgres://stocktake:hunter2@db.example.com/stocktake'
  expect(placeOf(read({ DATABASE_URL: url }))).toEqual({ url })
})

test('names every fault at once', () => {
  const wrong = {
    PORT: '99999',
    BASE_URL: 'ftp://x/y',
    HOST: ' ',
    DATABASE_URL: 'mysql://x',
    TRUST_PROXY: '-1',
    METRICS_TOKEN: 'short',
    LOG_LEVEL: 'loud',
  }
  const config = readConfig(wrong)
  const faults = 'faults' in config ? config.faults : []
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(Object.keys(wrong).sort())
  // A secret that is refused is not shown for it.
  expect(faults.join()).not.toContain('short')
  for (const url of ['stocktake', 'https://x/path', 'javascript:alert(1)'])
    expect(readConfig({ BASE_URL: url }), url).toHaveProperty('faults')
})

test('takes a mail server and an hour for alerts, or says what is wrong with them', () => {
  const mail = { SMTP_URL: 'smtps://us:secret@smtp.example.com:465', MAIL_FROM: 'alerts@example.com' }
  const read = readConfig({ ...mail, ALERTS_AT: '06:30', ALERTS_ZONE: 'Europe/Zurich' })
  expect(read).toMatchObject({
    alerts: { hour: { at: '06:30', zone: 'Europe/Zurich' }, mail: { from: mail.MAIL_FROM } },
  })
  expect('alerts' in read && read.alerts.mail?.url.reveal()).toBe(mail.SMTP_URL)
  expect(inspect(read)).not.toContain('us:secret')
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

const sso = {
  OIDC_ISSUER: 'https://login.example.com/firm',
  OIDC_CLIENT_ID: 'stocktake',
  OIDC_CLIENT_SECRET: 'canary of a secret',
}

test('takes a firm’s own sign-in', () => {
  const named = { ...sso, OIDC_NAME: 'Firm ID', OIDC_ALLOWED_DOMAINS: 'Firm.example, firm.co.uk' }
  expect(read(named).sso).toMatchObject({
    issuer: sso.OIDC_ISSUER,
    clientId: 'stocktake',
    name: 'Firm ID',
    domains: ['firm.example', 'firm.co.uk'],
  })
  expect(read(sso).sso).toMatchObject({ name: 'single sign-on', domains: [] })
  expect(read({ ...sso, OIDC_ISSUER: 'https://login.example.com' }).sso?.issuer).toBe('https://login.example.com/')
  for (const here of ['http://localhost:8080/realms/firm', 'http://127.0.0.1:9', 'http://[::1]:9'])
    expect(readConfig({ ...sso, OIDC_ISSUER: here }), here).not.toHaveProperty('faults')
})

test('says everything that is wrong with it at once, and shows no secret for it', () => {
  const faultsOf = (environment: Record<string, string>) => {
    const config = readConfig(environment)
    return 'faults' in config ? config.faults.map((fault) => fault.split(':')[0]).sort() : []
  }
  for (const OIDC_ISSUER of [
    'login.example.com',
    'http://login.example.com',
    'http://localhost.example.com',
    'https://user:secret@login.example.com',
    'https://login.example.com/?tenant=1',
    'https://login.example.com/#x',
  ])
    expect(faultsOf({ ...sso, OIDC_ISSUER }), OIDC_ISSUER).toEqual(['OIDC_ISSUER'])
  for (const OIDC_ALLOWED_DOMAINS of ['*', '@firm.example', 'firm', 'firm.example;firm.test', 'https://firm.example'])
    expect(faultsOf({ ...sso, OIDC_ALLOWED_DOMAINS }), OIDC_ALLOWED_DOMAINS).toEqual(['OIDC_ALLOWED_DOMAINS'])
  expect(
    faultsOf({ ...sso, OIDC_NAME: ' ', OIDC_CLIENT_ID: ' ', PORT: 'x', SMTP_URL: 'smtps://smtp.example.com' }),
  ).toEqual(['MAIL_FROM', 'OIDC_CLIENT_ID', 'OIDC_NAME', 'PORT'])
  expect(faultsOf({ OIDC_NAME: 'Firm ID' })).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ISSUER'])
  expect(faultsOf({ OIDC_ALLOWED_DOMAINS: 'firm.example', OIDC_ISSUER: 'x' })).toEqual([
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_ISSUER',
  ])
  expect(JSON.stringify([readConfig({ ...sso, OIDC_ISSUER: 'x' }), readConfig(sso)])).not.toContain('canary')
})

test('secrets print as [redacted], however they are printed (T35)', () => {
  const canary = 'canary-canary-canary-canary-canary'
  const config = read({
    SESSION_SECRET: canary,
    METRICS_TOKEN: canary,
    BACKUP_PASSPHRASE: canary,
    DATABASE_URL: `postgres://u:${canary}@h/d`,
    ...sso,
    OIDC_CLIENT_SECRET: canary,
  })
  for (const printed of [
    JSON.stringify(config),
    inspect(config, { depth: 9, showHidden: true }),
    `${config.metricsToken}`,
  ])
    expect(printed).not.toContain('canary')
  expect(config.metricsToken?.reveal()).toBe(canary)
})

test('--help tells every variable with its meaning', () => {
  for (const { name, means } of variables()) expect(means.length, name).toBeGreaterThan(20)
  const text = help([])
  expect(text).toMatch(/PORT \(4170\)\n {6}The port/)
  expect(text).toMatch(/Exit codes\n {2}0 {2}done/)
})
