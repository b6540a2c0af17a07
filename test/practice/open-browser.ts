import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { built } from './build.ts'

type Wish = { browser: string; folder: string; index: string; headless: boolean; debugPort: string | undefined }

/**
 * Opens the browser with a profile of its own and the extension loaded. Branded Chrome no longer takes `--load-extension`;
 * over the pipe an extension can be loaded into every one of them.
 */
export async function openBrowser({ browser, folder, index, headless, debugPort }: Wish) {
  const opened = await puppeteer
    .launch({
      executablePath: browser,
      headless,
      pipe: true,
      userDataDir: join(folder, 'browser'),
      enableExtensions: [built],
      defaultViewport: null,
      // The person's own Ctrl-C comes to us first, so that the profile is closed in order.
      handleSIGINT: false,
      handleSIGTERM: false,
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(debugPort === undefined ? [] : ['--remote-debugging-pipe', `--remote-debugging-port=${debugPort}`]),
      ],
    })
    .catch((error: Error) => {
      const [why = ''] = error.message.split('\n', 1)
      throw new Error(`The browser ${browser} could not be opened (${why}); try \`npm start -- --no-browser\`.`)
    })
  const closed = new Promise<void>((resolve) => opened.once('disconnected', () => resolve()))
  const [page] = await opened.pages()
  await (page ?? (await opened.newPage())).goto(index)
  return { closed, close: () => opened.close() }
}
