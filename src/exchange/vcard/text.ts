import type { Param } from './content-line.ts'

export type VCardVersion = '3.0' | '4.0'

/** A value as text, with the escapes of RFC 6350 §3.4. */
export const escaped = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

/** A parameter as it is written; what would end a value stands in quotes, what can't stand at all is as in RFC 6868. */
export const paramText = ({ name, values }: Param): string => {
  const written = values.map((value) => {
    const safe = value.replace(/[\^\n"]/g, (sign) => (sign === '\n' ? '^n' : sign === '"' ? "^'" : '^^'))
    return /[:;,]/.test(safe) ? `"${safe}"` : safe
  })
  return `${name}=${written.join(',')}`
}

const LONGEST = 75

/** Divides a line after 75 octets at most, never within a letter (RFC 6350 §3.2). */
export function folded(line: string): string[] {
  const lines: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > LONGEST) {
      lines.push(part)
      part = ' '
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...lines, part]
}
