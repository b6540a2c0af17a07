import { resolveVendor } from '../../shared/vendor-directory/index.ts'

/** The registrable domain of a maker that the directory lists, else its name; asked once a name. */
export function vendorDomains(): (vendor: string) => string {
  const known = new Map<string, string>()
  return (vendor) => {
    const domain = known.get(vendor) ?? resolveVendor(vendor)?.domain ?? vendor.trim().slice(0, 200)
    known.set(vendor, domain)
    return domain
  }
}
