/** Two made-up organizations that a consultant advises: the clients of the practice consoles. */
export type Person = { id: string; name: string; email: string; idle: number; suspended?: boolean; admin?: boolean }

export type Tenant = {
  id: string
  name: string
  domain: string
  /** Ids as the vendors give them. */
  microsoft: string
  google: string
  slack: { team: string; subdomain: string }
  github: string
  okta: string
  people: Person[]
  /** How many times the seats of the smaller tenant. */
  size: number
}

const people = (domain: string, prefix: string, names: string): Person[] =>
  names.split(', ').map((name, at) => ({
    id: `${prefix}${String(at + 1).padStart(3, '0')}`,
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@${domain}`,
    idle: [1, 3, 0, 12, 97, 2, 5, 41, 0, 7, 180, 4][at % 12] ?? 0,
    ...(at === 0 ? { admin: true } : {}),
    ...(at === 10 ? { suspended: true } : {}),
  }))

export const tenants: Tenant[] = [
  {
    id: 'brightwater',
    name: 'Brightwater Dental Group',
    domain: 'brightwater.example.com',
    microsoft: '5c1f9a3e-7b52-4d0a-9e61-2f8d4b7a1c30',
    google: 'C04brw1te',
    slack: { team: 'T04BRIGHT', subdomain: 'brightwater' },
    github: 'brightwater-dental',
    okta: 'brightwater',
    people: people(
      'brightwater.example.com',
      'b',
      'Imani Okafor, Theo Lindqvist, Marisol Vega, Ansel Brandt, Priya Raman, Joaquin Ferro, Wren Castell, Dana Molnar, Silas Okoye, Yuki Tanabe, Petra Novak, Omar Haddad',
    ),
    size: 1,
  },
  {
    id: 'northgate',
    name: 'Northgate Freight',
    domain: 'northgate.example.com',
    microsoft: 'a90b6e14-3c8d-4f27-b5a2-71c0e9d8f643',
    google: 'C09nrthgt',
    slack: { team: 'T09NORTHG', subdomain: 'northgate' },
    github: 'northgate-freight',
    okta: 'northgate',
    people: people(
      'northgate.example.com',
      'n',
      'Rhea Collins, Bastian Kurz, Noor Rahimi, Emil Strand, Talia Weiss, Hugo Marchetti, Ines Duarte, Kofi Mensah, Lena Fischer, Arjun Mehta, Cleo Santos, Viktor Hale',
    ),
    size: 3,
  },
]
