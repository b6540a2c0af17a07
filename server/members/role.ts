import { z } from 'zod'

/** From the one who may most to the one who may least. */
export const Role = z.enum(['owner', 'admin', 'lead', 'consultant', 'reader'])
