import { render } from 'preact'

/** Floor of a first paint: a bare Preact page that paints 30 rows which it already has. */
const rows = Array.from({ length: 30 }, (_, n) => ({ product: `Product ${n}`, seats: n * 3, renewsOn: '2027-03-01' }))

render(
  <ul>
    {rows.map(({ product, seats, renewsOn }) => (
      <li key={product}>
        {product} {seats} {renewsOn}
      </li>
    ))}
  </ul>,
  document.body,
)
