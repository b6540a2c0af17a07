import type { lookup } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { post } from '../../server/webhooks/post.ts'
import { guarded, isTargetAllowed, mayReach } from '../../server/webhooks/target.ts'
import { codeOf, twoWorkspaces } from '../support/two-workspaces.ts'
import { Receiver } from '../support/webhook-receiver.ts'

const two = twoWorkspaces()
const outside = { loopback: false }

/** Addresses of networks that are not everybody's, in every form that some parser takes for one (F52). */
const blocked = [
  ...['127.0.0.1', '127.1', '127.255.255.254', '2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1', '017700000001'],
  ...['127.0.0.1.', '１２７.０.０.１', '127。0。0。1', '0', '0.0.0.0', '0.1.2.3'],
  ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '2852039166'],
  ...['100.64.0.1', '100.127.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.1'],
  ...['203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:10.0.0.1]', '[::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b::10.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:a00:1::1]'],
  ...['[2001:0:4136:e378:8000:63bf:80ff:fffe]', '[fe80::1]', '[febf::1]', '[fc00::1]', '[fd00:ec2::254]', '[fec0::1]'],
  ...['[ff02::1]', '[2001:db8::1]', '[3fff::1]', '[100::1]', '[5f00::1]', '[4000::1]', '[2001:10::1]'],
]
const names = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'printer.local',
  'db.internal',
  'router',
  'x.home.arpa',
]

describe('SSRF (T32, F52)', () => {
  test.each(blocked)('%s is nobody’s receiver', (host) => {
    expect(isTargetAllowed(`https://${host}/hook`, outside)).toBe(false)
  })
  test.each(names)('%s is no name of the public internet', (host) => {
    expect(isTargetAllowed(`https://${host}/hook`, outside)).toBe(false)
  })
  test.each([
    'http://hooks.example.com/x',
    'ftp://hooks.example.com/x',
    'file:///etc/passwd',
    'gopher://hooks.example.com',
    'https://user:password@hooks.example.com/',
    'https://user@hooks.example.com/',
    'https://hooks.example.com:22/',
    'https://hooks.example.com:25/',
    'https://',
    'hooks.example.com',
    '//hooks.example.com',
    'javascript:alert(1)',
  ])('%s is no address of a webhook', (url) => expect(isTargetAllowed(url, outside)).toBe(false))

  test.each([
    'https://hooks.example.com/x',
    'https://hooks.example.com:8443/x?y',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('%s is one', (url) => expect(isTargetAllowed(url, outside)).toBe(true))

  test('a name is judged by every address that it has when it is connected to', async () => {
    const asked = (...addresses: string[]) =>
      new Promise<unknown>((resolve) => {
        const stub = ((_host: string, _options: object, callback: (error: null, found: object[]) => void) =>
          callback(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          )) as unknown as typeof lookup // stands for one of its overloads
        guarded(outside, stub)('x.example.com', { all: true }, (error, found) => resolve(error?.code ?? found))
      })
    expect(await asked('8.8.8.8')).toEqual([{ address: '8.8.8.8', family: 4 }])
    expect(await asked('10.0.0.1')).toBe('BLOCKED_TARGET')
    expect(await asked('8.8.8.8', '127.0.0.1')).toBe('BLOCKED_TARGET')
    expect(await asked('8.8.8.8', '::ffff:10.0.0.1')).toBe('BLOCKED_TARGET')
    expect(await asked('fe80::1%eth0')).toBe('BLOCKED_TARGET')
    expect(await asked()).toBe('BLOCKED_TARGET')
    expect(await asked('not an address')).toBe('BLOCKED_TARGET')
    for (const address of blocked.filter((each) => each.startsWith('[')))
      expect(mayReach(address.slice(1, -1), outside)).toBe(false)
  })

  test('a name that meant the internet when it was checked and this machine when it is connected to: no socket', async () => {
    const receiver = await Receiver.start()
    let times = 0
    const rebinding = ((_host: string, _options: object, callback: (error: null, found: object[]) => void) => {
      times++
      callback(null, [{ address: '127.0.0.1', family: 4 }])
    }) as unknown as typeof lookup // stands for one of its overloads
    const url = `https://rebound.example.com:${receiver.port}/`
    expect(isTargetAllowed(url, outside)).toBe(true)
    const out = { ...outside, timeoutMs: 1000, lookup: rebinding }
    expect(await post(url, {}, '{}', out)).toMatchObject({ code: 'BLOCKED_TARGET' })
    expect([times, receiver.connections]).toEqual([1, 0])
  })

  test('every blocked form, asked for directly, opens no socket', async () => {
    const receiver = await Receiver.start()
    for (const host of blocked)
      expect(await post(`https://${host}:${receiver.port}/`, {}, '{}', { ...outside, timeoutMs: 1000 }), host).toEqual({
        code: 'BLOCKED_TARGET',
        ms: 0,
      })
    expect(receiver.connections).toBe(0)
  })

  test('is a problem with its code where somebody asks for it, and nothing is stored', async () => {
    for (const url of ['https://169.254.169.254/latest', 'http://hooks.example.com', 'https://localhost/'])
      expect(await codeOf(await two.server.a.device.post('/v1/webhooks', { url })), url).toEqual({
        status: 422,
        code: 'BLOCKED_TARGET',
      })
    expect(await (await two.server.a.device.get('/v1/webhooks')).json()).toEqual({ webhooks: [] })
  })
})
