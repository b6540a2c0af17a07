import { render } from 'preact'
import de from '../../../extension/locales/de.json' with { type: 'json' }
import en from '../../../extension/locales/en.json' with { type: 'json' }
import { speak } from '../../../extension/ui/locale.ts'
import { Buttons, Fields, TabRow } from './controls.tsx'
import { Layers } from './layers.tsx'
import { Charts, Lists } from './lists.tsx'
import { Marks, States } from './marks.tsx'

/** Every piece of `extension/ui/` in each of its states, on one page. Only the tests build it. */
const Gallery = () => (
  <main class="gallery">
    <h1>The pieces</h1>
    <Buttons />
    <Fields />
    <Marks />
    <States />
    <TabRow />
    <Lists />
    <Charts />
    <Layers />
  </main>
)

const isGerman = location.hash === '#de'
document.documentElement.lang = isGerman ? 'de' : 'en'
speak(isGerman ? 'de' : 'en', isGerman ? de : en)
render(<Gallery />, document.body)
