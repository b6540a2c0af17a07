import { describe, expect, test } from 'vitest'
import { cycle, reachable, type SourceFile, sourceFiles } from './support/sources.ts'

const files = sourceFiles('extension', 'server', 'shared')
const byPath = new Map(files.map((file) => [file.path, file]))

const roomOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/')
  if (path === 'extension/messages.ts') return 'messages'
  if (path === 'extension/connectors/generic.ts') return 'generic'
  return top === 'extension' ? second : top
}

/** Who may import what (extension rooms by folder). Rooms that are not named here are areas. */
const common = ['shared']
const allowed: Record<string, string[]> = {
  shared: [],
  'connector-kit': common,
  heuristics: [...common, 'connector-kit'],
  connectors: [...common, 'connector-kit', 'generic'],
  generic: [...common, 'connector-kit', 'heuristics'],
  messages: common,
  db: [...common, 'settings', 'messages'],
  records: [...common, 'settings', 'db'],
  ui: [...common, 'settings', 'db', 'locales'],
  export: [...common, 'ui', 'db', 'records'],
  capture: [...common, 'connectors', 'connector-kit', 'messages'],
  pointing: [...common, 'connector-kit', 'heuristics', 'messages'],
  server: common,
}
const area = [...common, 'db', 'records', 'messages', 'settings', 'ui', 'export', 'connector-kit', 'connectors']
/** Areas that need one thing more, each with its reason. */
const alsoAllowed: Record<string, { rooms: string[]; why: string }> = {
  import: {
    rooms: ['heuristics'],
    why: 'a file is read by the generic reader itself: no connector stands between them',
  },
  teach: {
    rooms: ['heuristics', 'import', 'pointing', 'access'],
    why: 'what a person points at is read as a column of a file is, and a taught connector is made of it',
  },
}

const mayImport = (from: string): string[] =>
  from === 'entrypoints' ? [] : [...(allowed[from] ?? area), ...(alsoAllowed[from]?.rooms ?? [])]

describe('imports', () => {
  test('every import of ours names a file that exists', () => {
    const missing = files.flatMap((file) =>
      file.imports.filter((to) => /\.tsx?$/.test(to) && !byPath.has(to)).map((to) => `${file.path} → ${to}`),
    )
    expect(missing).toEqual([])
  })

  test('rooms import only what the architecture allows them', () => {
    const wrong = files.flatMap((file) => {
      const from = roomOf(file.path)
      if (from === 'entrypoints') return []
      return file.imports
        .filter((to) => roomOf(to) !== from && !mayImport(from).includes(roomOf(to)))
        .map((to) => `${file.path} → ${to}`)
    })
    expect(wrong, 'a room imports another that it must not know').toEqual([])
  })

  test('nobody imports an entrypoint but an entrypoint', () => {
    const wrong = files.filter(
      (file) => roomOf(file.path) !== 'entrypoints' && file.imports.some((to) => roomOf(to) === 'entrypoints'),
    )
    expect(wrong.map((file) => file.path)).toEqual([])
  })

  test('extension and server never meet, not even in types', () => {
    const wrong = files.filter(
      (file) =>
        (file.path.startsWith('extension/') && file.imports.some((to) => to.startsWith('server/'))) ||
        (file.path.startsWith('server/') && file.imports.some((to) => to.startsWith('extension/'))),
    )
    expect(wrong.map((file) => file.path)).toEqual([])
  })

  test('there is no cycle', () => {
    expect(cycle(byPath), 'a cycle of imports').toBeUndefined()
  })

  test('shared stands on zod and small pure libraries only', () => {
    const small = new Set(['zod', 'zod/mini', 'tldts', 'temporal-polyfill'])
    const wrong = files.filter(
      (file) => file.path.startsWith('shared/') && file.packages.some((name) => !small.has(name)),
    )
    expect(wrong.map((file) => `${file.path}: ${file.packages}`)).toEqual([])
  })
})

describe('the page', () => {
  const contentScripts = files.filter(
    (file) => /entrypoints\/[^/]+\.content\.ts$/.test(file.path) || file.path.startsWith('extension/capture/'),
  )

  test('there are content scripts to judge', () => expect(contentScripts.length).toBeGreaterThan(1))

  test.each(contentScripts.map((file) => file.path))('%s cannot reach the database', (path) => {
    const reached = [...reachable(path, byPath)]
    expect(reached.filter((to) => to.startsWith('extension/db/') || to.startsWith('extension/settings/'))).toEqual([])
    expect(reached.filter((to) => byPath.get(to)?.packages.includes('dexie'))).toEqual([])
  })

  test.each(contentScripts.map((file) => file.path))('%s carries zod/mini, which is a third of zod', (path) => {
    const loaded = [...reachable(path, byPath, 'loads')]
    const carry = loaded.filter((to) => byPath.get(to)?.loads.includes('zod'))
    expect(carry, 'a schema that page scripts parse with is one of zod/mini').toEqual([])
  })

  test('what reads files reaches neither the page nor the popup', () => {
    const light = [...contentScripts.map((file) => file.path), 'extension/entrypoints/popup/main.tsx']
    const reached = light.flatMap((path) => [...reachable(path, byPath)])
    expect(reached.filter((to) => to.startsWith('extension/import/'))).toEqual([])
    const readers = ['papaparse', 'fflate', 'read-excel-file']
    const heavy = reached.filter((to) =>
      byPath.get(to)?.packages.some((name) => readers.includes(name.split('/')[0] ?? '')),
    )
    expect(heavy).toEqual([])
  })

  test('nothing of ours makes a request but the sync and the practice pairing', () => {
    const may = (file: SourceFile) =>
      file.path.startsWith('extension/sync/') || file.path === 'extension/capture/tap.ts'
    const wrong = files.filter(
      (file) =>
        file.path.startsWith('extension/') &&
        !may(file) &&
        /(?<![.\w])fetch\(|\.fetch\(|new XMLHttpRequest|sendBeacon|new WebSocket|new EventSource/.test(file.text),
    )
    expect(
      wrong.map((file) => file.path),
      'only extension/sync/ speaks to the network',
    ).toEqual([])
  })

  test('nothing of ours clicks, types or submits in a page', () => {
    const inPage = files.filter((file) =>
      /^extension\/(capture|heuristics|connectors|connector-kit|pointing)\//.test(file.path),
    )
    const wrong = inPage.filter((file) =>
      /\.click\(|[fF]orm\w*\.submit\(|requestSubmit|dispatchEvent\(new (Mouse|Keyboard|Input)|\.value\s*=[^=]/.test(
        file.text,
      ),
    )
    expect(wrong.map((file) => file.path)).toEqual([])
  })
})

describe('code', () => {
  test('no code is made from text, and no markup either', () => {
    const wrong = files.filter((file) =>
      /\beval\(|new Function\(|innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/.test(
        file.text,
      ),
    )
    expect(wrong.map((file) => file.path)).toEqual([])
  })

  test('no hole in the types: no any, no non-null assertion, no suppressed error', () => {
    const wrong = files.filter((file) =>
      /:\s*any\b|\bas any\b|<any>|@ts-(ignore|nocheck|expect-error)|as unknown as/.test(file.text),
    )
    expect(wrong.map((file) => file.path)).toEqual([])
  })

  test('a connector is at most 150 lines, half of them at most 60; any other file at most 250', () => {
    const connectors = files.filter((file) => /^extension\/connectors\/(?!index|generic)/.test(file.path))
    const sizes = connectors.map((file) => file.lines).sort((a, b) => a - b)
    expect(connectors.filter((file) => file.lines > 150).map((file) => `${file.path}: ${file.lines}`)).toEqual([])
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0, 'the median connector').toBeLessThanOrEqual(60)
    expect(files.filter((file) => file.lines > 250).map((file) => `${file.path}: ${file.lines}`)).toEqual([])
  })

  test('no room is named for what it is not', () => {
    const vague = files.filter((file) =>
      /(^|\/)(utils?|helpers?|managers?|services?|misc|common)(\.tsx?|\/)/.test(file.path),
    )
    expect(vague.map((file) => file.path)).toEqual([])
  })
})
