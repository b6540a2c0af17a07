/** Where one finding stands. Its key has names and line breaks in it, so it is written as addresses are. */
export const findingAddress = (key: string): string => `/app.html#findings/${encodeURIComponent(key)}`
