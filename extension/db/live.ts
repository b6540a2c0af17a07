import { liveQuery, type Observable } from 'dexie'

/**
 * Answers again whenever any context writes what the query has read. Only of what is itself an async function does Dexie
 * watch all of it: of one that merely returns a promise, what is read after a first await is not always seen.
 */
export const watched = <T>(query: () => Promise<T>): Observable<T> => liveQuery(async () => query())
