/** Beyond these a capture says that it left something out. The tap imports them, so nothing else may stand here. */

/** 8 MB a response, counted in characters. */
export const maxResponseChars = 8 * 1024 * 1024
/** Of one visit: well below the 64 MiB that a message between contexts may have. */
export const maxVisitChars = 24 * 1024 * 1024
export const maxVisitResponses = 500
