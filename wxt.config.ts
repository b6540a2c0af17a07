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

export default defineConfig({
  srcDir: 'extension',
  outDir: '.output',
  modules: ['@wxt-dev/i18n/module'],
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${practice ? '-practice' : ''}`,
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [namelessTap],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    // Dexie's own build for today's browsers; its package names the one for Internet Explorer.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    // Nothing in shared/ acts when it is loaded, so a screen takes no schema with it that it does not use.
    build: { rollupOptions: { treeshake: { moduleSideEffects: (id: string) => !id.includes('/shared/') } } },
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
