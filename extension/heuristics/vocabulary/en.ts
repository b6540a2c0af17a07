import type { Language } from './language.ts'

export const en: Language = {
  headers: {
    seat: 'seat|seats|unit|units|slot|slots|headcount|member count|user count|users count|committers|licenced|licensed users|licensed seats|paid seats|named users|seat count|user licenses',
    purchased:
      'purchased|bought quantity|ordered|contracted|entitled|prepaid|owned|included|committed|paid for|total purchased|subscribed|licenses purchased|allotted|granted|quantity purchased|total owned|paid licenses|rights|license rights|purchased rights|licensed quantity|total provisioned|num licensed users|licensed count|contracted quantity|ordered quantity|total licensed',
    assigned:
      'assigned|used|usage|consumed|in use|allocated|filled|occupied|taken|claimed|activated seats|consumption|current value|current usage|currently used|utilized|utilised|billable|licensed number of|licensed number|licenses in use|allocated licenses|in use licenses|quantity used|used quantity|used licenses|seats used|seats taken|active seats|issued licenses|used up|deployed|installed count|affected items|installations|delegated|redeemed|num used|checked out|in use count|taken seats',
    available:
      'available|remaining|remainder|free|unassigned|unused|empty|left|open seats|unallocated|vacant|not assigned|unused licenses|licenses available|to assign|not in use|spare|unclaimed',
    count: 'count|quantity|qty|number of|no of|nr of|num|cnt|amount of|size|quantities',
    unlimited: 'unlimited|is unlimited',
    capacity: 'limit|quota|capacity|allowance|cap',
    price:
      'price|cost|fee|charge|pricing|msrp|spend|recurring price|annual cost|monthly cost|annual price|monthly price|yearly cost|yearly price|renewal price|renewal cost|recurring amount|subscription fee|renewal amount|cost per year|price per year|cost per month|price per month|cost per period',
    amount: 'amount|value|sum|amt|minor|charges',
    total:
      'total|grand total|overall|all|totals|subtotal incl tax|amount total|total amount|total cost|total price|total charge|total due|invoice total|order total|total excl tax|contract value|annual total|gross amount|total value|total charges|total incl vat|total incl tax|total inc vat|total including tax|total including vat|total with tax|total inc tax|total taxed|price with tax|amount with tax|amount incl tax|gross|gross total|total gross|total amt',
    unit: 'per unit|per seat|per user|per license|per month|unit price|unit cost|unit amount|each|price per unit|price per seat|price per user|price per license|cost per unit|cost per seat|cost per user|cost per license|per member|per agent|per seat price|per user price|unit rate',
    currency: 'currency|currency code|iso currency|ccy|cur|curr',
    subtotal:
      'subtotal|sub total|net|before tax|excl tax|ex tax|excluding tax|line total|untaxed|total untaxed|without tax|price without tax|total excl vat|total excl tax|total vat zero',
    tax: 'tax|vat|taxes|gst|duty|withholding',
    paid: 'paid|amount paid|received|settled|collected|captured',
    balance:
      'balance|amount due|outstanding|amount remaining|owed|overpaid|credit|credits|credited|to collect|prepayment',
    discount: 'discount|rebate|coupon|promotion|adjusted|adjustment|write off|shipping',
    cents: 'cents|in cents|micros|minor units|in minor units',
    date: 'date|day|at|on|time|timestamp|ts|datetime|date time|dt|utc|unix|epoch|secs',
    start:
      'start|starts|started|starting|begin|begins|begin date|from|effective|activation|activated|since|valid from|not before|commencement|term start|period start|start of|subscribed at|purchase date|date of purchase|activated on|opened|opened on|start of term|commences|contract start|active since|customer since|service start|coverage start|license start|begins on|from date|started on|in force since|inception date|contract date',
    end: 'end|ends|expired|ending|ended|end date|expires|expire|expiry|expiration|expiring|expired on|expired at|valid to|valid until|valid through|valid till|not after|through|term end|period end|until|expires on|expiration date|expiry date|exp|exp date|validity|paid till|paid until|terminates|termination|finish|ends on|end of term|contract end|to date|valid thru|service end|coverage end|license end|license expiry|renew by|use by|support end|support expiration date|maintenance expiry|eol|good through|access until|finish date|expires in',
    renew:
      'renew|renews|renewal|renewed|renewing|next renewal|next billing|next bill|next payment|next charge|next invoice|next charged|next due|billing on|bills on|due for renewal|rebill|anniversary|renewal date|renews on|renew on|renewal on|renew date|next renewal date|renewal due|renewal due date|auto renews on|will renew|will renew on|renews automatically on|next billing date|next payment date|next charge date|next invoice date|next bill date|next due date|bills next|next cycle|next payment due|rnw|rnwl',
    next: 'next|upcoming|forthcoming',
    last: 'last|latest|most recent|recent',
    billing: 'billing|bill|billed|bills|charged|invoiced amount|payment|payments',
    due: 'due|due by|payable by|payment due|pay by|due date|due on|date due|pay before|payment due date|payable on|payment deadline',
    issued:
      'issued|invoiced|issue date|invoice date|billed on|dated|finalized|document date|billing date|issued on|date issued|date of issue|invoice issued|bill date|statement date|posting date|generated|trandate|tran date|txn date|txndate|transaction date',
    created:
      'created|creation|added|registered|joined|inserted|date joined|signed up|sign up|member since|registration|date added|added on|created on|created at|date created|invited on|registered on|registration date',
    updated: 'updated|modified|changed|last updated|last modified|edited|synced|last sync|last update',
    lastActive:
      'last request|last request at|last active|last activity|last seen|last login|last log in|last logged in|last sign in|last signin|last signed in|last access|last accessed|last used|last used at|last visit|last online|latest activity|most recent activity|last sign in date|last authenticated|last auth|last connection|last activity date|last active date|last sign in time|last login date|last login time|last seen on|last logon|last logon date|last access date|last active on|last activity on|last session|most recent login|logged in at|signed in at|last sign on|last logged on',
    canceled: 'cancelled|canceled|cancellation|cancel|cancels|voided|revoked|deactivation',
    trial: 'trial|in trial|is trial|evaluation|demo',
    bought: 'bought|acquired|purchase|date purchased|ordered on',
    until: 'till|to',
    period:
      'billing period|billing cycle|billing frequency|billing interval|billing term|payment frequency|payment cycle|period|cycle|interval|frequency|recurrence|renewal period|billing plan type|term type|payment interval|period unit|billing period unit|interval unit|charge frequency|payment term|billing schedule|payment schedule|renewal frequency|billing basis|invoicing frequency|charging period|invoice frequency',
    status:
      'status|state|stage|standing|condition|lifecycle|capability status|provisioning status|subscription status|license status|account status|payment status|user status|invoice status|sts|stat',
    auto: 'auto renew|renew auto|renewal auto|auto rebill|auto renewal|recurring billing|renews automatically|automatically renewed|autorenew|autorenewal|auto renews|auto renewing|automatic renewal|automatically renews|auto renew enabled|renew automatically|auto renew status|autorenew enabled|renewal type|recurring renewal|autorenewal status|automatic renew|renewal setting|auto extend|auto extension|auto payment|auto pay|automatically extends|auto rnw|auto ren',
    active: 'active|is active|billing active|active flag|activated',
    enabled: 'enabled|is enabled|enable|on|turned on|allowed|allow',
    disabled:
      'disabled|is disabled|blocked|deactivated|block|locked out|suspended|is suspended|archived|deactivated on|account disabled',
    enforced: 'enforced|required|require|mandatory|enforce|requires|requirement|force|enforcement',
    product:
      'product|product name|product title|service|service name|software|application name|product display name|offer name|app name|addon|add on|offering|item|entitlement|product family|solution|software title|product service|sku description|sku name|offer display name|license name|licence name|license product|product offering|product line|purchased product|subscribed product|solution name|licensed product|product or service|item name|item description|subscription name|subscriptions name|plan or product|prod|prod nm|prod name',
    plan: 'plan|plan name|tier|edition|package|package name|license type|licence type|subscription type|plan type|subscription plan|account type|plan code|plan identifier|pricing plan|subscription level|license tier|license plan|product plan|billing plan|bundle|current plan|your plan|plan level|service plan|service level|support level|editions',
    sku: 'sku|sku id|part number|sku part number|product code|product sku|part no|price id|item price|item price id|product id|mpn|manufacturer part number|catalog number|offer id|plan id|variant id|article number',
    name: 'nm|name|title|label|display name|full name|friendly name|caption|displayname|fullname|real name|display text|nickname|alias',
    id: 'id|uuid|guid|identifier|uid|gid|external id|object id|oid|urn|orn|ref|reference|etag|uri|url|href|link|slug|public id',
    number: 'tranid|tran id|doc number|docnumber|document number|number|no|nr|num|nbr',
    type: 'type|kind|category|class|object|object type|resource type|mode|method',
    version: 'version|revision|build|release',
    description: 'description|desc|details|notes|note|comment|comments|remark|summary|memo|message|bio|subject line',
    vendor: 'vendor|publisher|manufacturer|supplier|maker|provider|brand|company|developer|reseller|seller',
    email:
      'email|e mail|mail|email address|e mail address|primary email|user principal name|upn|mail address|user email|work email|login email|email id|login email address|account email|e mail id|contact e mail|email addresses',
    user: 'licensed to|registered to|user|users|member|members|person|people|agent|agents|employee|employees|assignee|assigned to|admin|admins|account holder|teammate|operator|collaborator|owner|assigned user|staff|contact|contacts|consumer|principal|identity|individual|licensee user|seat holder|customer name|invitee|employee name|member name|user full name|display username|user display name|assigned to user|license holder|person name|account name user|teammate name|agent name|usr|usrs',
    given: 'first name|given name|firstname|forename|givenname',
    family: 'last name|family name|surname|lastname|familyname',
    login:
      'login|username|user name|logon|handle|user id|userid|screen name|user login|login name|logon name|sign in name',
    role: 'role|roles|permission|permissions|access level|user type|user role|org role|admin role|access|privilege|privileges|seat type|member type',
    mfa: 'mfa|2 fa|tfa|2 sv|two factor|two factor auth|two factor authentication|multi factor|multi factor authentication|multifactor|two step|two step verification|2 step|2 step verification|two step login|otp|totp|authenticator|authenticators|factor|factors|security key|second factor|webauthn|fido 2|fido|passkey|yubikey|mfa enroll|2 factor|step up|two factor status|2 fa status|mfa status|2 step status|two factor enabled|mfa enabled|multi factor auth|mfa enrolled|authentication method|authentication methods|auth method|auth methods|twofactor|two fa|multi factor authentication required',
    sso: 'sso|single sign on|saml|federation|federated|identity provider|oidc|openid connect|saml sso|identity provider id|idp',
    bot: 'bot|is bot|service account|is app user|app user|robot|is service account|machine user|is virtual|is system',
    invoice:
      'invoice|invoices|receipt|bill number|statement|invoice id|invoice no|bill no|billing document|credit note|doc no|bill id|vendor bill',
    domain:
      'domain|domains|domain name|fqdn|zone|zone name|hostname|host name|apex|site domain|unicode name|domains name',
    registrar:
      'registrar|registrar name|sponsoring registrar|registered with|registered at|registration provider|registrar of record|domain provider',
    nameserver:
      'nameserver|nameservers|name server|name servers|dns servers|ns|dnssec|max nameservers|whois|epp|transfer lock|authcode',
    lock: 'lock|locked|is locked|registrar lock|transfer lock status|domain lock',
    certificate: 'certificate|certificates|cert|certs|ssl|tls|x 509|ca cert|ssl certificate',
    subject:
      'subject|common name|cn|issued to|certificate subject|subject cn|subject name|certificate name|subject common name|primary domain',
    issuer:
      'issuer|issued by|certificate authority|authority|ca|issuer name|issuer cn|issuing authority|issuer organization|issuer common name|certification authority',
    names:
      'sans|san|alternate names|alternative names|subject alternative names|subject alt names|subject alternative name|subject alternative name summaries|subject alternative name list|alt names|dns names|domains covered|secondary domains',
    serial: 'serial|serial number|serial no|thumbprint|fingerprint',
    subscription: 'subscription|subscriptions|membership plan|subs|contract|contracts|agreement',
    license: 'license|licenses|licence|licences|lic|lics|licensing|licensed|entitlements|license count|licenses count',
    app: 'service principal|service principals|app|apps|application|applications|oauth client|integration|integrations|connected app|third party app|enterprise application|client app|plugin|connector|client',
    scope:
      'scope|scopes|granted scopes|oauth scopes|sign on mode|sign on|grant|grants|sign in audience|app id|client id|application id|native app|is first party|oidc conformant|provisioning',
    redirect:
      'redirect|redirect uri|redirect uris|callback|callbacks|callback url|callback urls|reply urls|grant types|web origins|allowed origins',
    password:
      'password|passwords|password policy|passcode|passphrase|master password|password strength|password generator|breached password|brute force|lockout',
    session:
      'session|sessions|session timeout|idle timeout|session lifetime|session idle|inactivity|session duration|vault timeout|session length|max session',
    retention: 'retention|retention period|data retention|retention days|legal hold|vault retention',
    backup:
      'backup|backups|backup policy|snapshot policy|point in time|pit|restore window|backups enabled|recovery point',
    device:
      'device assurance|device policy|device compliance|mdm|mobile device|device management|trusted devices|disk encryption|endpoint protection|device trust|device approvals|managed devices|device encryption|screen lock',
    dlp: 'dlp|data loss prevention|data loss|data leak|data protection rule|exfiltration|export restriction|watermark',
    sharing:
      'external sharing|public sharing|guest access|link sharing|public links|sharing|external access|anonymous links|external collaboration',
    logging: 'audit log|audit logs|audit logging|logging|audit|activity log|audit trail|event logs',
    policy: 'policy|policies|rule|rules|security|protection|compliance|conditional access',
    minimum: 'min|minimum|lowest|at least|lower',
    maximum: 'max|maximum|highest|at most|upper|hard limit|extension',
    previous:
      'first payment|initial payment|setup fee|set up fee|previous|prior|old|former|original|past|month to date|ytd|year to date|last month|added this cycle|this cycle|pending|downgrade|scheduled|starting balance|ending balance',
    estimate:
      'revenue|total revenue|lifetime value|mrr|arr|estimated|estimate|projected|forecast|valuation|suggested|recommended|wholesale|resale|appraised|average|avg|percent|percentage|ratio|pct|score',
    secondary:
      'recovery|secondary|alternate|backup email|alternative|second|other|new|manager|notification|support|billing email|technical|creator|created by|updated by|modified by|inviter|invited by|authorized|soa|reply|sender|contact email|paypal|abuse',
    secret:
      'raw license|raw licence|license text|license string|license data|license file|license hash|secret|token|api key|private key|license key|product key|access key|client secret|credentials|csr|pem|password hash|hash|signature|key|auth code|activation code|serial key|config vars',
    address:
      'address|street|city|zip|postal code|country|province|region|location|phone|fax|mobile|time zone|timezone|locale|language|avatar|image|icon|picture|photo|thumbnail|color|logo',
    reset: 'reset|refill|refresh|rollover|retry|ttl',
  },
  fillers:
    'which|of|the|a|an|in|is|has|for|and|or|with|by|current|my|your|this|org|organization|organisation|tenant|workspace|team|account|com|read|only|attributes|profile|properties|info|information|record|field|raw|data|s|code|full|primary|default|new|was|are|be|required field|flag|currently|allocations',
  yes: 'yes|true|on|enabled|y|active|required|enforced|locked|auto|automatic|automatically|1|renew|renews automatically|will renew|enrolled|set up|configured|auto renew on|recurring|automatic renewal',
  no: 'no|false|off|disabled|n|inactive|not required|unlocked|manual|none|never|0|not enabled|manually|optional|not enrolled|not set up|will not renew|does not renew|auto renew off|not configured|not set|unenrolled|manual renewal|not automatic',
  periods: {
    day: 'day|days|daily|d|per day|a day',
    week: 'week|weeks|weekly|w|wk|per week|a week|every week',
    month:
      'month|months|monthly|mo|mos|m|mth|monthly period|per month|every month|billed monthly|paid monthly|a month|month to month|each month|month by month|per mo|mthly|1 month',
    quarter: 'quarter|quarters|quarterly|per quarter|every quarter|every 3 months|billed quarterly|qtr|qtrly',
    halfYear:
      'half year|half yearly|semi annual|semiannual|semi annually|semiannually|biannual|every six months|half year ly|every 6 months|six monthly|bi annually|biannually|half annual',
    year: 'year|years|yearly|annual|annually|yr|yrs|y|annum|per year|12 month|annual period|yearly period|billed annually|billed yearly|paid annually|paid yearly|a year|every year|per annum|one year|1 year|p a|12 months|yr ly|annual billing|yearly billing|per yr',
    never:
      'never|one time|once|lifetime|perpetual|one off|non recurring|no expiry|does not expire|none|n a|never expires|no expiration|no end date|does not renew|not applicable|forever|unlimited period',
  },
  statuses: {
    active:
      'installed|active|enabled|ok|live|running|current|valid|good|in use|provisioned|activated|licensed|subscribed|ongoing|renewing|non renewing|confirmed|in good standing|normal|on|success|approved|working|registered|billing active|in service|active renewing|enable|owner|admin|member|accepted|joined|activate|enrolled|approve|full|paid|up to date|auto renewing|renews automatically|will renew|authorised|authorized|in effect|operational|healthy|licensed user|subscribed user|primary owner|workspace owner|org owner|organization owner|full member|standard member|single channel guest|multi channel guest|regular user',
    inactive:
      'not installed|uninstalled|inactive|not active|disabled|off|unlicensed|not subscribed|dormant|paused|stopped|idle|deactivated|unused|archived',
    trialing:
      'trial|trialing|in trial|free trial|evaluation|trial active|on trial|trialling|in trial period|trial period|free trial active|trial mode|trial account|on free trial|evaluating|trial license',
    'past-due':
      'past due|overdue|payment due|delinquent|in arrears|late|unpaid past due|payment failed|grace period|in grace period|grace|warning|payment overdue|past due date|payment past due|unpaid overdue|arrears|payment required|action required|payment problem',
    suspended:
      'suspended|on hold|held|locked|blocked|frozen|locked out|paused by admin|dunning|restricted|suspended by admin|account suspended|temporarily suspended|deactivated for non payment',
    canceled:
      'canceled|cancelled|terminated|cancel|closed|ended|revoked|churned|withdrawn|stopped renewing|will cancel|cancels at period end|canceling|cancelling|cancellation scheduled|cancellation pending|set to cancel|pending cancellation|non renewing cancelled|does not renew|will not renew|not renewing|terminated by customer|canceled at period end|cancels at end of term|discontinued|cancelation requested|cancellation requested',
    expired:
      'expired|lapsed|ended expired|elapsed|out of date|expire|license expired|term expired|trial expired|expired license|past expiry',
    pending:
      'pending|invited|invitation sent|awaiting|waiting|not yet active|staged|provisioning|in progress|processing|requested|unconfirmed|not activated|pending activation|invite pending|incomplete|new|future|scheduled|pending invitation|not confirmed|pending acceptance|pending verification|invite sent|pending invite|pending approval|awaiting activation|being set up|not yet started|setup pending|unverified|awaiting acceptance|not accepted|pending setup|provisioning pending',
    deleted:
      'deleted|removed|deprovisioned|deactivated|deprovision|left|terminated user|offboarded|removed user|deleted user',
    paid: 'paid|settled|collected|complete|completed|succeeded|payment received|closed paid|paid in full|successful|payed|posted paid|paid on time|payment successful|paid automatically|payment complete|cleared|auto paid',
    open: 'open|authorised|authorized|approved|submitted|finalized|ready|due|unpaid|outstanding|sent|posted|payment due|not paid|awaiting payment|issued|pending|payable|unsettled|balance due|viewed|pending payment|to pay|payable now|ready to pay|upcoming payment|not yet due|outstanding balance|current due|authorised for payment|scheduled payment|unpaid invoice|open invoice',
    draft: 'draft|not sent|unsent|preview|pro forma|not finalized',
    void: 'void|voided|cancelled|canceled|annulled|deleted|reversed|written off|uncollectible|write off|bad debt|cancelled invoice|nullified|invalid|void invoice',
    refunded: 'refunded|credited|refund|charged back|credit note',
    partial: 'partial|partially paid|partly paid|part paid|partly|partially|mixed',
    failed: 'failed|declined|failure|error|payment failed|rejected|unsuccessful|payment error|refused',
    enforced:
      'enforced|required|mandatory|require|enforce|always|forced|enforced for all|required for all|required for everyone|mandatory for all|everyone|all users|all members|enforced for everyone',
    enabled:
      'enabled|on|active|yes|true|allowed|configured|set up|turned on|optional|in use|activated|compliant|set|active for all|enabled for all|turned on for all|configured and enabled|on for everyone|set to on',
    disabled:
      'disabled|off|inactive|no|false|not configured|not set|turned off|not enabled|never|none|deactivated|not required|not set up|not enforced|not active|turned off for all|unconfigured|off for everyone|not in use',
  },
  months: 'sept=9',
  of: 'of|out of|/|used of|from',
}
