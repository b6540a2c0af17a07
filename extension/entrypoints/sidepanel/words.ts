/** What the side panel says itself; the areas have their own words. */
export const words = {
  title: 'Stocktake',
  parts: 'Side panel',
  tabs: [
    { id: 'page', name: 'This page' },
    { id: 'route', name: 'Route' },
    { id: 'teach', name: 'Teach' },
  ],
} as const
