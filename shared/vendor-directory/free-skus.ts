/**
 * Microsoft's SKUs that cost nothing and spread by themselves: users take them, their counts are 10,000 or a million, and
 * none of it is waste. Source: Microsoft, "Self-service sign-up" and the product names table (free, viral and trial SKUs).
 */
const free = new Set(
  `CCIBOTS_PRIVPREV_VIRAL DYN365_CUSTOMER_INSIGHTS_VIRAL DYN365_ENTERPRISE_P1_IW FLOW_FREE FORMS_PRO MCOPSTNC
  MICROSOFT_BUSINESS_CENTER PHONESYSTEM_VIRTUALUSER POWERAPPS_DEV POWERAPPS_VIRAL POWER_BI_STANDARD
  POWER_BI_STANDARD_FACULTY POWER_BI_STANDARD_STUDENT RIGHTSMANAGEMENT_ADHOC SMB_APPS STREAM TEAMS_EXPLORATORY TEAMS_FREE
  TEAMS_COMMERCIAL_TRIAL WINDOWS_STORE`.split(/\s+/),
)

/** Said in the string id itself: FLOW_FREE, Dynamics_365_Sales_Premium_Viral_Trial. */
const saysFree = /(?:^|_)(?:free|viral|v?trial)(?:_|$)/i

/** By the string id of a SKU, as Microsoft writes it. */
export const isFreeMicrosoftSku = (stringId: string): boolean =>
  free.has(stringId.toUpperCase()) || saysFree.test(stringId)
