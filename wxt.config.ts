import { defineConfig } from 'wxt'

export default defineConfig({
  srcDir: 'extension',
  outDir: '.output',
  imports: false,
  manifestVersion: 3,
  vite: () => ({ esbuild: { jsx: 'automatic', jsxImportSource: 'preact' } }),
  manifest: ({ browser }) => ({
    name: 'Stocktake',
    description:
      'Builds the vendor and license inventory of the client you advise, from the admin consoles you look at.',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'identity', 'unlimitedStorage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'stocktake@stocktake.dev', strict_min_version: '128.0' } } }
      : {}),
  }),
})
