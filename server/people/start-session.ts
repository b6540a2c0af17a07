import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** A session for a person who was known otherwise than by a password, as better-auth starts its own. */
export const startsSessions = {
  id: 'stocktake',
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ person: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(context.body.person)
        if (!user) throw context.error('UNAUTHORIZED')
        await setSessionCookie(context, { session: await internalAdapter.createSession(user.id), user })
        return { started: true }
      },
    ),
  },
}
