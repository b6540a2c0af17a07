/** Where one field may come from, best first: the fold prefers the earlier of two. */
export const evidenceSources = ['person', 'json', 'page', 'generic', 'import'] as const
