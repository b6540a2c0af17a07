import { Copy, MoreHorizontal, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { PickDialog } from '../../../extension/ui/combobox/pick-dialog.tsx'
import { DecideDialog } from '../../../extension/ui/decide-dialog.tsx'
import { Dialog } from '../../../extension/ui/dialog.tsx'
import { MenuAction, MenuButton, MenuCheck, MenuGroup } from '../../../extension/ui/menu.tsx'
import { Toasts, toast } from '../../../extension/ui/toasts.tsx'
import { As, Kind } from './piece.tsx'

const people = ['Amara Okafor', 'Jonas Lindqvist', 'Mina Reyes', 'Teo Brandt', 'Wen Zhao', 'Ines Duarte', 'Noor Haddad']
const known = [...people, 'Kai Moreau', 'Lena Fischer', 'Omar Haddad'].map((name) => ({ id: name, name }))

/** What lies over a page is opened, as there is one of it at a time. */
export function Layers() {
  const [open, setOpen] = useState('')
  const [taken, setTaken] = useState('')
  const close = () => setOpen('')
  const opener = (name: string) => (
    <button type="button" class="button" onClick={() => setOpen(name)}>
      {name}
    </button>
  )
  return (
    <Kind name="Layers">
      <As is="dialogs">
        {opener('Ask')} {opener('Form')} {opener('Pick')}
      </As>
      <As is="menu">
        <MenuButton label="More" icon={MoreHorizontal} value="2">
          {(close) => (
            <>
              <MenuGroup label="Status">
                <MenuCheck kind="checkbox" checked onChoose={close}>
                  active
                </MenuCheck>
                <MenuCheck kind="checkbox" checked={false} disabled onChoose={close}>
                  past due
                </MenuCheck>
              </MenuGroup>
              <MenuAction icon={Copy} onChoose={close}>
                Copy
              </MenuAction>
              <MenuAction icon={Trash2} onChoose={close}>
                Delete
              </MenuAction>
            </>
          )}
        </MenuButton>
      </As>
      <As is="toast">
        <button type="button" class="button" onClick={() => toast('Dismissed Microsoft 365 E5', () => undefined)}>
          Say it
        </button>
      </As>
      <p role="status">{taken}</p>
      <Toasts />
      {open === 'Ask' && (
        <Dialog
          title="Delete GitHub Copilot Business?"
          onClose={close}
          actions={
            <>
              <button type="button" class="button" onClick={close}>
                Cancel
              </button>
              <button type="button" class="button main" onClick={close}>
                Delete
              </button>
            </>
          }
        >
          <p>It can be brought back for 30 days.</p>
        </Dialog>
      )}
      {open === 'Form' && (
        <DecideDialog title="Decide about Slack" today="2027-02-06" people={people} onClose={close} onDecide={close} />
      )}
      {open === 'Pick' && (
        <PickDialog
          title="Teo Brandt is the same person as"
          label="Find by name or address"
          hint="The addresses of both become one person’s."
          none="Nobody of this name or address."
          now="Mina Reyes"
          find={(typed) => known.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))}
          say={({ name }) => ({ name, aside: `${name.toLowerCase().replace(' ', '.')}@contoso.example` })}
          onTake={({ name }) => {
            setTaken(`taken: ${name}`)
            close()
          }}
          onClose={close}
        />
      )}
    </Kind>
  )
}
