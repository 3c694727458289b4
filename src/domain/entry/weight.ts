import { WEIGHTS, type WeightName } from '../favours.ts'

const WORDS: Record<string, WeightName> = {
  small: 'small',
  klein: 'small',
  medium: 'medium',
  mittel: 'medium',
  large: 'large',
  groß: 'large',
  gross: 'large',
}
const SAID = /\s*\(([a-zß]+)\)\s*$/i

/** "the whole website (large)": a favour, and how much it weighs; medium unless the brackets at its end say else. */
export function weighed(favour: string): { what: string; weight: number } {
  const said = favour.includes('(') ? SAID.exec(favour) : null
  const name = said && WORDS[said[1]!.toLowerCase()]
  return name && said.index > 0
    ? { what: favour.slice(0, said.index), weight: WEIGHTS[name] }
    : { what: favour, weight: WEIGHTS.medium }
}
