import { expect, test } from 'vitest'
import { directories } from '../../../../shared/inventory/people/directories.ts'
import { resolveVendor } from '../../../../shared/vendor-directory/index.ts'

test.each([...directories])(
  '%s is what the vendor directory calls that vendor, so that its accounts are found',
  (domain) => {
    expect(resolveVendor(domain)?.domain).toBe(domain)
  },
)
