import { Note } from './note.tsx'

type Props = { title: string; tone?: 'plain' | 'soon'; children: string }

/** What an area of the full page says instead of what was asked for, and what helps. */
export function AreaNote({ title, tone = 'soon', children }: Props) {
  return (
    <div class="area-note">
      <Note tone={tone} title={title}>
        {children}
      </Note>
    </div>
  )
}
