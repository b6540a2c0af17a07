/**
 * How many decimals the minor unit of a currency has, for every code that has a minor unit. Source: ISO 4217 list one,
 * maintained by SIX, as published on 2024-06-25, and XCG of its amendment 176. Codes whose minor unit is "N.A." (metals,
 * XDR, XTS, XXX …) are not money and are not here. MRU and MGA have 2, although they are divided by five.
 */
const byExponent: [number, string][] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
  // Withdrawn since 2010 (list three), because a look-back over years still meets them.
  [2, 'EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL'],
]

const exponents = new Map(
  byExponent.flatMap(([exponent, codes]) => codes.split(' ').map((code): [string, number] => [code, exponent])),
)

/** Undefined for a code that ISO 4217 does not list with a minor unit: nobody knows what its minor units are worth. */
export const listedExponent = (currency: string): number | undefined => exponents.get(currency)

export const listedCurrencies = (): string[] => [...exponents.keys()]
