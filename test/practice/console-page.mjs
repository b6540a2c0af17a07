// The page's own script, as a console has one: fetches what the view needs and renders it, and moves between views
// without loading. It knows nothing of the extension.
const { tenant, views } = JSON.parse(document.getElementById('practice').textContent)
const headers = { authorization: `Bearer practice-${tenant}` }

const byFetch = async (url) => (await fetch(url, { headers })).json()
const byXhr = (url) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', url)
    request.setRequestHeader('authorization', headers.authorization)
    request.onload = () => resolve(JSON.parse(request.responseText))
    request.onerror = () => reject(new Error(url))
    request.send()
  })

const at = (value, path) => (path === '' ? value : path.split('.').reduce((part, key) => part?.[key], value))

const element = (name, children) => {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

const row = (cell, texts) =>
  element(
    'tr',
    texts.map((text) => element(cell, [String(text ?? '')])),
  )

function tableOf(view, answer) {
  const found = at(answer, view.rows)
  const rows = Array.isArray(found) ? found : [found]
  const head = element('thead', [
    row(
      'th',
      view.columns.map(({ label }) => label),
    ),
  ])
  const body = element(
    'tbody',
    rows.map((each) =>
      row(
        'td',
        view.columns.map(({ path }) => at(each, path)),
      ),
    ),
  )
  return element('table', [head, body])
}

async function show() {
  const view = views.find(({ path }) => path === location.pathname) ?? views[0]
  document.title = view.title
  const main = document.querySelector('main')
  for (const link of document.querySelectorAll('nav a'))
    link.toggleAttribute('aria-current', link.getAttribute('href') === view.path)
  if (view.requests.length === 0) return
  main.replaceChildren(element('p', ['Loading…']))
  const answers = await Promise.all(view.requests.map(({ url, by }) => (by === 'xhr' ? byXhr(url) : byFetch(url))))
  main.replaceChildren(element('h1', [view.title]), tableOf(view, answers[0]))
}

document.querySelector('nav').addEventListener('click', (event) => {
  const path = event.target.getAttribute('href')
  const view = views.find((each) => each.path === path)
  // A view that is plain HTML comes from the server, as such pages do.
  if (!view || view.body) return
  event.preventDefault()
  history.pushState(null, '', path)
  void show()
})
addEventListener('popstate', () => void show())
void show()
