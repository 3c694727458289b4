/** The codes of ISO 4217 (list one) for money that people pay with, funds and metals left out. */
const CODES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY ' +
  'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD ' +
  'IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK ' +
  'MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS ' +
  'SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ' +
  'ZAR ZMW ZWG'

/** Decimals of those that do not have two (ISO 4217, "minor unit"). */
const DECIMALS: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF',
}

/** ISO 4217, in capitals. */
export type CurrencyCode = string

/** The code in capitals, `undefined` where there is no such currency. */
export function currencyCode(text: string): CurrencyCode | undefined {
  const code = text.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) && CODES.includes(code) ? code : undefined
}

/** How many decimals amounts in a currency have: the power of ten between its minor unit and its major one. */
export const decimalsOf = (currency: CurrencyCode): number =>
  Number(Object.keys(DECIMALS).find((decimals) => DECIMALS[Number(decimals)]!.includes(currency)) ?? 2)

/** How a currency may be meant where it is not named by its code. */
export const SIGNS: Record<string, CurrencyCode> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  '¥': 'JPY',
  '₹': 'INR',
}

/** Currencies whose sign is one that others have as well: in a journal kept in one of them, that one is meant. */
export const SHARED_SIGNS: Record<string, string> = {
  $: 'USD CAD AUD NZD SGD HKD MXN CLP COP ARS',
  '¥': 'JPY CNY',
  '£': 'GBP EGP',
}
