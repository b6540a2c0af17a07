/** Beyond these a capture says that it left something out. The tap imports them, so nothing else may stand here. */

/** 8 MB a response. */
export const maxResponseBytes = 8 * 1024 * 1024
/** Up to here a response travels as text. */
export const smallResponseBytes = 64 * 1024
/** Of one visit: what the worker reads at once. */
export const maxVisitBytes = 24 * 1024 * 1024
export const maxVisitResponses = 500
