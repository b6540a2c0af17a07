import { useEffect, useState } from 'preact/hooks'
import type { Database } from '../db/database.ts'
import { Setting, SettingGroup } from '../settings/setting.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { ageOf } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { sentenceOf } from '../ui/problem-words.ts'
import { toast } from '../ui/toasts.tsx'
import { type Device, listDevices, renameDevice } from './devices.ts'
import type { Answer } from './http.ts'

type Props = { db: Database; ownName: string }

/** This device by its name, and the person's others. While the server does not answer, this one is known still. */
export function DevicesOf({ db, ownName }: Props) {
  const [answer, setAnswer] = useState<Answer<Device[]> | null>()
  const look = () => void listDevices(db).then(setAnswer)
  useEffect(look, [])
  const devices = answer?.ok ? answer.value : undefined
  const own = devices?.find(({ thisOne }) => thisOne)
  return (
    <SettingGroup title={t('settings.server.devices')}>
      <Setting name={own?.name ?? ownName} why={t('settings.server.thisDevice')}>
        {own ? <Rename db={db} device={own} onRenamed={look} /> : undefined}
      </Setting>
      {devices
        ?.filter(({ thisOne }) => !thisOne)
        .map((device) => (
          <Setting
            key={device.id}
            name={device.name}
            why={t('settings.server.seen', ageOf(device.seenAt, new Date()))}
          />
        ))}
      {answer && !answer.ok && (
        <Setting name={t('settings.server.otherDevices')} why={t('settings.server.devicesUnknown')}>
          <button type="button" class="button" onClick={look}>
            {t('settings.server.askAgain')}
          </button>
        </Setting>
      )}
    </SettingGroup>
  )
}

type RenameProps = { db: Database; device: Device; onRenamed: () => void }

function Rename({ db, device, onRenamed }: RenameProps) {
  const [name, setName] = useState<string>()
  const save = async () => {
    const wanted = name?.trim() ?? ''
    setName(undefined)
    if (wanted === '' || wanted === device.name) return
    const answer = await renameDevice(db, device, wanted)
    if (answer && !answer.ok) return toast(sentenceOf(answer.problem))
    onRenamed()
  }
  return (
    <>
      <button type="button" class="button" onClick={() => setName(device.name)}>
        {t('settings.server.rename')}
      </button>
      {name !== undefined && (
        <FormDialog
          title={t('settings.server.renameTitle')}
          submit={t('common.save')}
          cancel={t('common.cancel')}
          onClose={() => setName(undefined)}
          onSubmit={() => void save()}
        >
          <label class="field">
            <span>{t('settings.server.deviceName')}</span>
            <input
              class="field-input"
              data-first
              maxLength={80}
              required
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
        </FormDialog>
      )}
    </>
  )
}
