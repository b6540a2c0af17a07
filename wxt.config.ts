import { defineConfig } from 'wxt'

/** The build for the practice consoles: it also knows their hosts and how to pair itself. A normal build has none of it. */
const practice = process.env.STOCKTAKE_PRACTICE === '1'

/**
 * The tap runs in the page's own world, where a stack trace names the script it went through: with our address in it,
 * any page could tell who is looking (T12). A name of its own takes the address's place.
 */
const namelessTap = {
  name: 'nameless-tap',
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    const tap = bundle['content-scripts/page-tap.js']
    if (tap?.code !== undefined) tap.code += '\n//# sourceURL=anonymous'
  },
}

type Imports = (id: string) => { importedIds: readonly string[] } | null

/** A module and all that has to be there before it runs. */
function withImports(id: string, imports: Imports, found = new Set<string>()): Set<string> {
  if (!found.has(id)) {
    found.add(id)
    for (const next of imports(id)?.importedIds ?? []) withImports(next, imports, found)
  }
  return found
}

/**
 * What the popup paints with comes in one file, not in twenty, each of which waits for its turn on a busy machine. The
 * other screens need nearly all of it too.
 */
function onePopupFile() {
  let popup: string | undefined
  let core = new Set<string>()
  return (id: string, built: { getModuleInfo: Imports; getModuleIds: () => Iterable<string> }) => {
    if (popup === undefined) {
      popup = [...built.getModuleIds()].find((one) => one.endsWith('/popup/main.tsx')) ?? ''
      core = withImports(popup, built.getModuleInfo)
    }
    return id !== popup && core.has(id) ? 'core' : undefined
  }
}

export default defineConfig({
  srcDir: 'extension',
  outDir: '.output',
  modules: ['@wxt-dev/i18n/module'],
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${practice ? '-practice' : ''}`,
  imports: false,
  hooks: {
    // Only the screens are built together; a script of its own is one file anyway, and cannot be cut.
    'vite:build:extendConfig': (_built, { build }) => {
      const output = build?.rollupOptions?.output
      if (output && !Array.isArray(output) && !build?.lib) output.manualChunks = onePopupFile()
    },
  },
  manifestVersion: 3,
  vite: () => ({
    plugins: [namelessTap],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    // Dexie's own build for today's browsers; its package names the one for Internet Explorer.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    build: {
      // The oldest browsers that it installs in, which know module preloads: nothing is rewritten or filled in for others.
      target: ['chrome140', 'firefox128'],
      modulePreload: { polyfill: false },
      // Nothing in shared/ acts when it is loaded, so a screen takes no schema with it that it does not use.
      rollupOptions: { treeshake: { moduleSideEffects: (id: string) => !id.includes('/shared/') } },
    },
    define: { __PRACTICE__: JSON.stringify(practice) },
  }),
  manifest: ({ browser }) => ({
    name: 'Stocktake',
    default_locale: 'en',
    description: '__MSG_manifest_summary__',
    // No host at install: each vendor is allowed once, by the person, and only then are scripts registered for it.
    permissions: ['scripting', 'activeTab', 'alarms', 'identity', 'unlimitedStorage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'Stocktake' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        `connect-src ${practice ? "'self' " : ''}https: http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'stocktake@stocktake.dev',
              strict_min_version: '128.0',
              // Nothing leaves the device unless the person connects a server of their own.
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '148',
          // A Blob travels between our contexts as what it is, as it always does in Firefox: no text on the page's thread.
          message_serialization: 'structured_clone',
        }),
  }),
})
