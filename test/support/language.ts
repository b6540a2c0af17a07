import en from '../../extension/locales/en.json' with { type: 'json' }
import { speak } from '../../extension/ui/locale.ts'

// Outside a browser nobody says which language it is.
speak('en', en)
