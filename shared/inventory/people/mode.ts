import type { PeopleMode } from '../../model/client.ts'

/** Where nobody has said how a client's people are shown. */
export const defaultPeopleMode: PeopleMode = 'full'

/** The one place that says which mode a client is in. */
export const peopleModeOf = ({ peopleMode }: { peopleMode?: PeopleMode | undefined }): PeopleMode =>
  peopleMode ?? defaultPeopleMode
