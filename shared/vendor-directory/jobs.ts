/**
 * What tools are bought for: the taxonomy by which two of them are seen to do one job. By the project, from the vendors'
 * own descriptions of their products. A vendor of many products has its jobs by product.
 */
const jobs = {
  chat: 'slack.com mattermost.com rocket.chat zulip.com discord.com',
  'video meetings': 'zoom.us webex.com gotomeeting.com whereby.com bluejeans.com livestorm.co',
  telephony: 'ringcentral.com 8x8.com aircall.io dialpad.com vonage.com nextiva.com',
  'file sharing': 'dropbox.com box.com egnyte.com tresorit.com nextcloud.com wetransfer.com pcloud.com',
  'project management':
    'asana.com monday.com trello.com clickup.com wrike.com basecamp.com smartsheet.com teamwork.com todoist.com linear.app height.app',
  'wiki and notes': 'notion.so notion.com evernote.com slite.com getguru.com coda.io gitbook.com',
  whiteboard: 'miro.com mural.co whimsical.com lucid.co lucidchart.com',
  design: 'figma.com sketch.com invisionapp.com framer.com',
  'electronic signature': 'docusign.com docusign.net hellosign.com pandadoc.com signnow.com yousign.com signaturit.com',
  'password manager':
    '1password.com bitwarden.com lastpass.com dashlane.com keepersecurity.com nordpass.com passbolt.com',
  'single sign-on': 'okta.com onelogin.com jumpcloud.com auth0.com pingidentity.com',
  'endpoint security':
    'crowdstrike.com sentinelone.com sophos.com malwarebytes.com bitdefender.com eset.com webroot.com trendmicro.com',
  'mail security': 'mimecast.com proofpoint.com barracuda.com avanan.com abnormalsecurity.com',
  'security training': 'knowbe4.com hoxhunt.com sosafe-awareness.com',
  backup: 'acronis.com veeam.com datto.com backblaze.com carbonite.com spanning.com afi.ai druva.com',
  'remote access': 'teamviewer.com anydesk.com splashtop.com logmein.com bomgar.com',
  helpdesk: 'zendesk.com freshworks.com freshdesk.com intercom.com helpscout.com front.com gorgias.com',
  crm: 'salesforce.com hubspot.com pipedrive.com zoho.com close.com copper.com',
  'e-mail marketing':
    'mailchimp.com sendgrid.com klaviyo.com activecampaign.com brevo.com campaignmonitor.com constantcontact.com',
  surveys: 'surveymonkey.com typeform.com qualtrics.com jotform.com',
  scheduling: 'calendly.com doodle.com savvycal.com',
  'screen recording': 'loom.com vidyard.com screencast.com',
  'code hosting': 'github.com gitlab.com bitbucket.org',
  monitoring: 'datadoghq.com newrelic.com dynatrace.com grafana.com',
  'error tracking': 'sentry.io rollbar.com bugsnag.com airbrake.io honeybadger.io',
  'incident response': 'pagerduty.com opsgenie.com victorops.com',
  accounting: 'xero.com quickbooks.intuit.com intuit.com freshbooks.com sage.com lexoffice.de sevdesk.de',
  'human resources': 'bamboohr.com personio.com hibob.com gusto.com rippling.com factorialhr.com',
  vpn: 'nordlayer.com perimeter81.com tailscale.com twingate.com zerotier.com',
  'device management': 'jamf.com kandji.io mosyle.com addigy.com hexnode.com',
  automation: 'zapier.com make.com workato.com tray.io',
  'writing assistance': 'grammarly.com languagetool.org deepl.com',
} satisfies Record<string, string>
export type Job = keyof typeof jobs

/** Suites and vendors of many products: by the product's name. */
const byProduct: [vendor: string, product: RegExp, jobs: Job[]][] = [
  ['microsoft.com', /\bteams\b(?!.*phone)/i, ['chat', 'video meetings']],
  [
    'microsoft.com',
    /\b(?:microsoft|office) 365 (?:business (?:basic|standard|premium)|enterprise|[ef][1357]\b|apps)/i,
    ['chat', 'video meetings', 'file sharing'],
  ],
  ['microsoft.com', /\b(?:onedrive|sharepoint)\b/i, ['file sharing']],
  ['microsoft.com', /\bvisio\b/i, ['whiteboard']],
  ['microsoft.com', /\b(?:project|planner) plan\b/i, ['project management']],
  ['microsoft.com', /\b(?:entra id|azure active directory premium)\b/i, ['single sign-on']],
  ['microsoft.com', /\bintune\b/i, ['device management']],
  ['microsoft.com', /\bdefender for (?:business|endpoint)\b/i, ['endpoint security']],
  ['microsoft.com', /\bdynamics 365 (?:sales|customer)/i, ['crm']],
  ['google.com', /\b(?:workspace|g suite)\b/i, ['chat', 'video meetings', 'file sharing']],
  ['atlassian.com', /\bjira\b(?!.*service)/i, ['project management']],
  ['atlassian.com', /\bjira service/i, ['helpdesk']],
  ['atlassian.com', /\bconfluence\b/i, ['wiki and notes']],
  ['atlassian.com', /\btrello\b/i, ['project management']],
  ['atlassian.com', /\bbitbucket\b/i, ['code hosting']],
  ['atlassian.com', /\bopsgenie\b/i, ['incident response']],
  ['adobe.com', /\b(?:acrobat sign|adobe sign)\b/i, ['electronic signature']],
  ['dropbox.com', /\bsign\b/i, ['electronic signature']],
]

const byVendor = new Map<string, Job[]>()
// `Object.entries` forgets the names of the keys.
for (const [job, vendors] of Object.entries(jobs) as [Job, string][])
  for (const vendor of vendors.split(' ')) byVendor.set(vendor, [...(byVendor.get(vendor) ?? []), job])

/** What a product is bought for; empty where the taxonomy does not know it. */
export function jobsOf(vendor: string, product: string): Job[] {
  const found = byProduct.flatMap(([of, name, does]) => (of === vendor && name.test(product) ? does : []))
  return found.length > 0 ? [...new Set(found)] : (byVendor.get(vendor) ?? [])
}
