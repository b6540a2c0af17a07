import { type FieldBelief, fieldsOf } from '../../../shared/inventory/fold.ts'
import type { Cell } from '../../../shared/inventory/record.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import { dayOf, formatDay } from '../../ui/format.ts'
import { t } from '../../ui/language.ts'
import { labelOf, valueText } from '../../ui/value-text.ts'
import { SourceOf } from '../source-of.tsx'
import { TwoValues } from '../two-values.tsx'
import { calledDevice } from './decisions-section.tsx'
import { type EditContext, writeField } from './editable.tsx'

type Props = { edit: EditContext; device: Uuid | undefined }

/** Fields that a person corrected and of which the console shows another value since: somebody has to choose. */
export function Conflicts({ edit, device }: Props) {
  return (
    <>
      {fieldsOf(edit.record).map(({ field, conflict, ...belief }) =>
        conflict ? (
          <Conflict key={field} edit={edit} device={device} field={field} mine={belief} theirs={conflict.captured} />
        ) : null,
      )}
    </>
  )
}

type One = Props & { field: string; mine: FieldBelief; theirs: Cell }

function Conflict({ edit, device, field, mine, theirs }: One) {
  const label = labelOf('subscription', field)
  const [kept, shown] = [valueText('subscription', field, mine.value), valueText('subscription', field, theirs.value)]
  const console: FieldBelief = { ...theirs, by: 'capture' }
  return (
    <TwoValues
      title={t('inventory.page.conflict.of', label)}
      sides={[
        {
          whose: t('inventory.attention.mine'),
          value: kept,
          said: `${calledDevice(edit.record.edits[field]?.by, device)}, ${dayText(mine.at)}`,
          choose: t('inventory.attention.keep', kept),
          chooseCalled: t('inventory.page.conflict.keepOf', label, kept),
          onChoose: () => void writeField(edit, field, mine.value, t('inventory.page.conflict.kept', label, kept)),
        },
        {
          whose: t('inventory.page.conflict.console'),
          value: shown,
          said: (
            <>
              {dayText(theirs.at)} <SourceOf of={console} field={field} what={label} evidence={edit.evidence} />
            </>
          ),
          choose: t('inventory.attention.take', shown),
          chooseCalled: t('inventory.page.conflict.takeOf', label, shown),
          onChoose: () => void writeField(edit, field, null, t('inventory.page.conflict.took', label, shown)),
        },
      ]}
    />
  )
}

const dayText = (at: string): string => formatDay(dayOf(new Date(at)))
