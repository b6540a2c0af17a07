import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

test('has a default for everything', () => {
  expect(readConfig({})).toEqual({ port: 4170, host: '127.0.0.1', folder: resolve('data'), baseUrl: undefined })
  expect(readConfig({ PORT: '', HOST: '', DATA_DIR: '', BASE_URL: '' })).toEqual(readConfig({}))
})

test('takes what the environment says', () => {
  const said = { PORT: '8080', HOST: '0.0.0.0', DATA_DIR: '/srv/stocktake', BASE_URL: 'https://stocktake.example.com/' }
  expect(readConfig(said)).toEqual({
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
