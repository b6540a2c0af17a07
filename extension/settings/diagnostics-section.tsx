import { Download } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Database } from '../db/database.ts'
import { chosenLanguage } from '../ui/choose-language.ts'
import { dayOf, formatBytes } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { t } from '../ui/language.ts'
import { language } from '../ui/locale.ts'
import { jsonFile, saveFile } from '../ui/save-file.ts'
import { Ghosts } from '../ui/state.tsx'
import { diagnosticsOf } from './diagnostics.ts'
import { Setting, SettingGroup, SettingSection } from './setting.tsx'
import { roomNow } from './storage.ts'

async function textNow(db: Database): Promise<string> {
  const around = {
    now: new Date(),
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    language: language(),
    chosen: chosenLanguage() !== undefined,
    room: await roomNow(navigator),
  }
  return JSON.stringify(await diagnosticsOf(db, around), null, 2)
}

/** A file for whoever looks for a fault. What is shown is what is saved, letter by letter. */
export function DiagnosticsSection({ db }: { db: Database }) {
  const [text, setText] = useState<string>()
  useEffect(() => void textNow(db).then(setText), [])
  return (
    <SettingSection title={t('settings.diagnostics.title')} lead={t('settings.diagnostics.lead')}>
      <Setting
        name={t('settings.diagnostics.file')}
        why={t('settings.diagnostics.fileWhy', text === undefined ? '…' : formatBytes(new Blob([text]).size))}
      >
        <button
          type="button"
          class="button main"
          disabled={text === undefined}
          onClick={() =>
            text !== undefined && saveFile(`stocktake-diagnostics-${dayOf(new Date())}.json`, jsonFile(text))
          }
        >
          <Icon of={Download} /> {t('settings.diagnostics.save')}
        </button>
      </Setting>
      <SettingGroup title={t('settings.diagnostics.holds')}>
        {text === undefined ? (
          <Ghosts rows={8} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
          <pre class="setting-file" tabIndex={0}>
            {text}
          </pre>
        )}
      </SettingGroup>
    </SettingSection>
  )
}
