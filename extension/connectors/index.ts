import type { Connector } from '../connector-kit/define.ts'
import adobe from './adobe.ts'
import asana from './asana.ts'
import atlassian from './atlassian.ts'
import aws from './aws.ts'
import azureBilling from './azure-billing.ts'
import bitwarden from './bitwarden.ts'
import box from './box.ts'
import chargebee from './chargebee.ts'
import cloudflare from './cloudflare.ts'
import datadog from './datadog.ts'
import docusign from './docusign.ts'
import dropbox from './dropbox.ts'
import entra from './entra.ts'
import figma from './figma.ts'
import freshworks from './freshworks.ts'
import gandi from './gandi.ts'
import generic from './generic.ts'
import github from './github.ts'
import gitlab from './gitlab.ts'
import godaddy from './godaddy.ts'
import googleSecurity from './google-security.ts'
import googleWorkspace from './google-workspace.ts'
import hubspot from './hubspot.ts'
import intercom from './intercom.ts'
import jumpcloud from './jumpcloud.ts'
import lastpass from './lastpass.ts'
import microsoft365 from './microsoft-365.ts'
import miro from './miro.ts'
import monday from './monday.ts'
import namecheap from './namecheap.ts'
import notion from './notion.ts'
import okta from './okta.ts'
import onepassword from './onepassword.ts'
import pagerduty from './pagerduty.ts'
import salesforce from './salesforce.ts'
import sentry from './sentry.ts'
import slack from './slack.ts'
import stripe from './stripe.ts'
import zendesk from './zendesk.ts'
import zoom from './zoom.ts'

/** Every admin console that is known by name, in alphabetical order; the generic reader comes last. One line each. */
export const connectors: Connector[] = [
  adobe,
  asana,
  atlassian,
  aws,
  azureBilling,
  bitwarden,
  box,
  chargebee,
  cloudflare,
  datadog,
  docusign,
  dropbox,
  entra,
  figma,
  freshworks,
  gandi,
  github,
  gitlab,
  godaddy,
  googleSecurity,
  googleWorkspace,
  hubspot,
  intercom,
  jumpcloud,
  lastpass,
  microsoft365,
  miro,
  monday,
  namecheap,
  notion,
  okta,
  onepassword,
  pagerduty,
  salesforce,
  sentry,
  slack,
  stripe,
  zendesk,
  zoom,
  generic,
]
