import { execFileSync } from 'node:child_process'

/** The tests run what people run: the built extension. The practice build is the one that knows the practice hosts. */
export default function buildExtension(): void {
  if (process.env.STOCKTAKE_BUILT === '1') return
  execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {
    env: { ...process.env, STOCKTAKE_PRACTICE: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
