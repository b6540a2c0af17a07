import { render } from 'preact'

/** Floor of a screen: a bare Preact page that reads 30 of 10,000 rows from IndexedDB by an index, and paints them. */
type Row = { id: string; product: string; vendor: string; seats: number; renewsOn: string }

const opening = indexedDB.open('bare', 1)
opening.onupgradeneeded = () => {
  const rows = opening.result.createObjectStore('rows', { keyPath: 'id' })
  rows.createIndex('product', 'product')
  for (let at = 0; at < 10_000; at++)
    rows.put({ id: `row-${at}`, product: `Product ${at}`, vendor: 'vendor.example', seats: at, renewsOn: '2027-03-01' })
}
opening.onsuccess = () => {
  const reading = opening.result.transaction('rows').objectStore('rows').index('product').getAll(null, 30)
  reading.onsuccess = () => paint(reading.result)
}

const paint = (rows: Row[]) =>
  render(
    <ul>
      {rows.map(({ id, product, vendor, seats, renewsOn }) => (
        <li key={id}>
          <b>{product}</b> {vendor} {seats} {renewsOn}
        </li>
      ))}
    </ul>,
    document.body,
  )
