/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Uuid } from '../../shared/model/id.ts'
import { type Outcome, type Problem, problem, sentenceOf } from '../../shared/problem.ts'
import type { Role } from '../db/tables.ts'
import type { Deps, Env } from '../http/env.ts'
import { InvitationRequest } from '../invitations/model.ts'
import { sendInvitation } from '../invitations/send.ts'
import { withdraw } from '../invitations/store.ts'
import { Confirm } from '../pages/confirm.tsx'
import { readForm, readTexts } from '../pages/form.ts'
import { InvitedPage, InvitePage } from '../pages/invite.tsx'
import { MemberPage } from '../pages/member.tsx'
import { type DoneWord, isDone, MembersPage, WorkspacesPage } from '../pages/members.tsx'
import { Said } from '../pages/page.tsx'
import { signedInPerson } from '../people/auth.ts'
import { membershipsOf } from '../people/memberships.ts'
import { administers } from '../workspaces/may.ts'
import { Member } from '../workspaces/member.ts'
import { Scope } from '../workspaces/scope.ts'
import { type Act, actOf, carryOut, endingOf } from './acts.ts'
import { type Overview, overviewOf } from './overview.ts'

/** Who looks at which workspace. */
type Here = { context: Context<Env>; member: Member; overview: Overview; home: string }

const statusOf = ({ status }: Problem) => status as ContentfulStatusCode // the table's test holds that it is one
const told = (context: Context<Env>, found: Problem) =>
  context.html(<Said title={found.happened}>{`${found.safe} ${found.next}`}</Said>, statusOf(found))
const toSignIn = (context: Context<Env>) => context.redirect('/sign-in?next=/members', 303)
const back = ({ context, home }: Here, done: DoneWord) => context.redirect(`${home}?done=${done}`, 303)

export function memberPages(deps: Deps) {
  const { database, clock } = deps

  /** For owners and admins alone; another workspace is as one that is nowhere (T20). */
  const admitting = (show: (here: Here) => Response | Promise<Response>) => async (context: Context<Env>) => {
    const person = await signedInPerson(deps, context.req.raw.headers)
    if (!person) return toSignIn(context)
    const id = Uuid.safeParse(context.req.param('workspace'))
    const member = await Member.byPerson(database, person.id, id.success ? id.data : '')
    if (!member.ok) return told(context, member.problem)
    const { workspace } = member.value
    const found = await Scope.read(database, member.value, workspace, overviewOf)
    if (!found.ok) return told(context, found.problem)
    return show({ context, member: member.value, overview: found.value, home: `/members/${workspace}` })
  }
  const within = <T,>({ member }: Here, work: (scope: Scope) => Promise<Outcome<T>>) =>
    Scope.open(database, member, member.workspace, work)

  const choose = async (context: Context<Env>) => {
    const person = await signedInPerson(deps, context.req.raw.headers)
    if (!person) return toSignIn(context)
    const ruled = (await membershipsOf(database.people, person.id)).filter(({ role }) => administers(role))
    const [only, ...others] = ruled
    if (only && others.length === 0) return context.redirect(`/members/${only.workspace}`)
    return context.html(<WorkspacesPage memberships={ruled} />, only ? 200 : 403)
  }

  const list = ({ context, overview }: Here) => {
    const done = context.req.query('done')
    return context.html(<MembersPage overview={overview} now={clock()} done={isDone(done) ? done : undefined} />)
  }

  const invite = async ({ context, member, overview }: Here) => {
    const { email, role, clients, client = [] } = await readTexts(context)
    const all = clients?.at(-1) === 'all' ? ('all' as const) : client
    const said = { email: email?.at(-1)?.trim(), role: role?.at(-1), clients: all }
    const again = (wrong: string, status: ContentfulStatusCode) =>
      context.html(<InvitePage overview={overview} said={said} wrong={wrong} />, status)
    const asked = InvitationRequest.safeParse(said)
    if (!asked.success) {
      const about = asked.error.issues[0]?.path[0] === 'email' ? 'the e-mail address' : 'the role and the clients'
      return again(`Please check ${about}. Nobody was invited.`, 422)
    }
    const made = await sendInvitation(deps, member, asked.data)
    return made.ok
      ? context.html(<InvitedPage overview={overview} made={made.value} />)
      : again(sentenceOf(made.problem), statusOf(made.problem))
  }

  const takeBack = async (here: Here) => {
    const { context, overview, home } = here
    const { invitation = '', confirmed } = await readForm(context)
    const found = overview.invitations.find(({ id }) => id === invitation)
    if (!found) return told(context, problem('NOT_FOUND'))
    if (confirmed === undefined) {
      const asking = { action: `${home}/withdraw`, values: { invitation }, back: home, does: 'Withdraw' }
      return context.html(
        <Confirm title={`Withdraw the invitation to ${found.email}?`} {...asking}>
          <p>Its link opens nothing from then on. You can invite the same address again.</p>
        </Confirm>,
      )
    }
    const done = await within(here, (scope) => withdraw(scope, found.id, clock()))
    return done.ok ? back(here, 'withdrawn') : told(context, done.problem)
  }

  const look = ({ context, overview }: Here) => {
    const member = overview.members.find(({ id }) => id === context.req.param('member'))
    return member
      ? context.html(<MemberPage overview={overview} member={member} />)
      : told(context, problem('NOT_FOUND'))
  }

  const change = async (here: Here) => {
    const { context, overview, home } = here
    const member = overview.members.find(({ id }) => id === context.req.param('member'))
    if (!member) return told(context, problem('NOT_FOUND'))
    const { confirmed, ...texts } = await readTexts(context)
    const act = actOf(texts)
    if (!act.ok) return told(context, act.problem)
    const ending = confirmed === undefined ? endingOf(act.value, member, overview) : undefined
    if (ending) {
      const action = `${home}/${member.id}`
      return context.html(
        <Confirm title={ending.title} does={ending.does} action={action} values={texts} back={action}>
          <p>{ending.says}</p>
          {ending.clients.length > 0 && <Few names={ending.clients} />}
        </Confirm>,
      )
    }
    const done = await within(here, (scope) => carryOut(scope, act.value, member, overview, clock()))
    if (!done.ok) return told(context, done.problem)
    // Whoever gives up their own part does not see this page any more.
    const stays = here.member.id !== member.id || act.value.act === 'revoke' || administers(roleAfter(act.value))
    if (!stays) return context.redirect('/', 303)
    return back(here, ({ access: 'changed', revoke: 'revoked', remove: 'removed' } as const)[act.value.act])
  }

  return new Hono<Env>()
    .get('/members', choose)
    .get('/members/:workspace', admitting(list))
    .get(
      '/members/:workspace/invite',
      admitting(({ context, overview }) => context.html(<InvitePage overview={overview} />)),
    )
    .post('/members/:workspace/invite', admitting(invite))
    .post('/members/:workspace/withdraw', admitting(takeBack))
    .get('/members/:workspace/:member', admitting(look))
    .post('/members/:workspace/:member', admitting(change))
}

/** A member who is removed has none that counts. */
const roleAfter = (act: Act): Role => (act.act === 'access' ? act.role : 'reader')

const few = 20
const Few = ({ names }: { names: string[] }) => (
  <ul class="names">
    {names.slice(0, few).map((name) => (
      <li>{name}</li>
    ))}
    {names.length > few && <li>{`and ${names.length - few} more`}</li>}
  </ul>
)
