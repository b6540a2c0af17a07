import { defineConnector } from '../connector-kit/define.ts'
import * as from from '../connector-kit/sources.ts'
import { constant, count, day, email, json, rule, setting } from '../connector-kit/sources.ts'

// https://www.dropbox.com/developers/documentation/http/teams (only get_info names the team; the admin console's own addresses are not documented)
const product = constant('Dropbox')
const statuses = from.words({ active: 'active', invited: 'invited', suspended: 'suspended', removed: 'deprovisioned' })
// A union's case stands under the key `.tag`.
const tag = (path: string) => `${path}.\\.tag`
const folders = tag('policies.sharing.shared_folder_member_policy')
const membersOnly = { team: 'enforced', team_and_approved: 'partial', anyone: 'disabled' }
const required = { required: 'enforced', optional: 'enabled', disabled: 'disabled' }

export default defineConnector({
  id: 'dropbox',
  version: 1,
  name: 'Dropbox admin console',
  vendor: 'dropbox.com',
  priority: 100,
  matches: ['https://www.dropbox.com/team/*'],
  responses: {
    // e.g. https://api.dropboxapi.com/2/team/get_info
    team: 'api.dropboxapi.com/2/team/get_info',
    members: ['list', 'list_v2', 'list/continue', 'list/continue_v2'].map(
      (path) => `api.dropboxapi.com/2/team/members/${path}`,
    ),
  },
  account: { id: [from.within('team', json('/team_id'))], name: [from.within('team', json('/name'))] },
  records: [
    rule(
      'subscription',
      'team:/',
      { key: ['product'], where: [{ path: 'num_licensed_users', present: true }] },
      {
        product,
        seatsPurchased: json('num_licensed_users', count),
        // Older answers tell only who was invited or joined; a limited member among them needs no license.
        seatsAssigned: json('num_used_licenses', count),
      },
    ),
    setting('team:/', 'sharing', 'Shared folders only for members of the team', folders, membersOnly),
    setting('team:/', 'device', 'Enterprise mobility management', tag('policies.emm_state'), required),
    rule('assignment', 'members:/members', ['accountId'], {
      person: json('profile.name.display_name'),
      email: json('profile.email', email),
      accountId: json('profile.team_member_id'),
      product,
      plan: json(tag('profile.membership_type'), from.words({ full: 'Full', limited: 'Limited' })),
      status: json(tag('profile.status'), statuses),
      assignedOn: json('profile.joined_on', day),
      role: [json('roles.0.name'), json(tag('role'))],
    }),
  ],
})
