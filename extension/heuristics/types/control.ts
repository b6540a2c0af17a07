import type { Draft, Facts } from '../draft.ts'

export const readControls = (_facts: Facts): Draft[] => []
