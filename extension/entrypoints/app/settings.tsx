import { VendorsAllowed } from '../../access/vendors-allowed.tsx'
import type { Database } from '../../db/database.ts'
import type { ClientCard } from '../../records/clients.ts'
import { DiagnosticsSection } from '../../settings/diagnostics-section.tsx'
import { KeyboardSection } from '../../settings/keyboard-section.tsx'
import { LanguageSection } from '../../settings/language-section.tsx'
import { PrivacySection } from '../../settings/privacy-section.tsx'
import { type SectionId, SettingsScreen, sectionIn } from '../../settings/settings-screen.tsx'
import { StorageSection } from '../../settings/storage-section.tsx'
import { ServerSection } from '../../sync/server-section.tsx'
import { ConnectorsSection } from '../../teach/connectors-section.tsx'
import { connectorsNow } from '../../teach/taught.ts'

export type SettingsProps = { db: Database; active: ClientCard | null; part: string | undefined }

/** Each section comes from the room that knows what it sets. */
export function Settings({ part, ...known }: SettingsProps) {
  const section = sectionIn(part)
  return (
    <SettingsScreen section={section}>
      <Section key={section} section={section} {...known} />
    </SettingsScreen>
  )
}

function Section({ section, db, active }: Omit<SettingsProps, 'part'> & { section: SectionId }) {
  if (section === 'hosts') return <VendorsAllowed db={db} known={() => connectorsNow(db)} />
  if (section === 'connectors') return <ConnectorsSection db={db} />
  if (section === 'privacy') return <PrivacySection db={db} active={active} />
  if (section === 'language') return <LanguageSection now={new Date()} />
  if (section === 'keyboard') return <KeyboardSection />
  if (section === 'storage') return <StorageSection db={db} />
  if (section === 'diagnostics') return <DiagnosticsSection db={db} />
  return <ServerSection db={db} />
}
