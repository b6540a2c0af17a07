import { Note } from './note.tsx'

/** All that an area of the full page says while it has nothing to show, and what helps. */
export function AreaNote({ title, children }: { title: string; children: string }) {
  return (
    <div class="area-note">
      <Note tone="soon" title={title}>
        {children}
      </Note>
    </div>
  )
}
