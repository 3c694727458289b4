/** A command as far as completing its command line needs it. */
export interface CommandShape {
  name: string
  summary: string
  options: OptionShape[]
  arguments: ValueShape[]
  commands: CommandShape[]
  /** The one of them that is meant where none is named: `net intro Ada` is `net intro add Ada`. */
  fallback?: string
}

/** Something a command takes: its name in the help (`contact`), and its choices where it has some. */
export interface ValueShape {
  name: string
  variadic: boolean
  choices: string[]
}

export interface OptionShape {
  /** Long form first: `--weight`. */
  flags: string[]
  summary: string
  /** What must follow it. */
  value?: ValueShape
}

/** What may stand where the cursor is. */
export type Slot =
  | { kind: 'command'; commands: CommandShape[] }
  | { kind: 'option'; options: OptionShape[] }
  /**
   * `before` is what stands before the value in the same word: `--weight=`. `again` says that a variadic argument has a
   * word already.
   */
  | { kind: 'value'; value: ValueShape; option?: string; before: string; typed: string; again: boolean }
  | { kind: 'nothing' }

export interface CommandLine {
  slot: Slot
  /** What the options so far were given, by their long form. */
  given: Map<string, string>
}

/**
 * Reads an unfinished command line.
 * @param words what stands after the program's name up to the word with the cursor, without quotes
 * @param typed that word as far as it is typed, may be empty
 */
export function readCommandLine(program: CommandShape, words: string[], typed: string): CommandLine {
  const state: State = {
    command: program,
    known: [...program.options],
    given: new Map(),
    position: 0,
    pending: undefined,
    literal: false,
  }
  for (const word of words) step(state, word)
  return { slot: slotAt(state, typed), given: state.given }
}

interface State {
  command: CommandShape
  /** The options of the commands on the line. */
  known: OptionShape[]
  given: Map<string, string>
  /** How many arguments the command has. */
  position: number
  /** An option that waits for its value. */
  pending: OptionShape | undefined
  /** After `--` nothing is an option. */
  literal: boolean
}

function step(state: State, word: string): void {
  const { command, known, given, pending, literal } = state
  state.pending = undefined
  if (pending) given.set(pending.flags[0]!, word)
  else if (!literal && word === '--') state.literal = true
  else if (!literal && /^-./.test(word)) {
    const [flag, value] = parted(word)
    const fallback = state.position === 0 ? fallbackOf(command) : undefined
    const isOf = (each: OptionShape) => each.flags.includes(flag)
    if (fallback?.options.some(isOf) && !known.some(isOf)) enter(state, fallback)
    const option = known.find(isOf)
    if (option) given.set(option.flags[0]!, value ?? '')
    if (option?.value && value === undefined) state.pending = option
  } else {
    const inner = state.position === 0 ? command.commands.find((each) => each.name === word) : undefined
    const meant = inner ?? (state.position === 0 ? fallbackOf(command) : undefined)
    if (meant) enter(state, meant)
    if (!inner) state.position++
  }
}

function enter(state: State, command: CommandShape): void {
  state.command = command
  state.known.push(...command.options)
}

const fallbackOf = ({ commands, fallback }: CommandShape): CommandShape | undefined =>
  commands.find(({ name }) => name === fallback)

function slotAt(state: State, typed: string): Slot {
  const { command, known, position, pending, literal } = state
  const fallback = position === 0 && !pending ? fallbackOf(command) : undefined
  // No command is called so, or it is an option: what is left unsaid goes on.
  if (fallback && typed !== '' && !command.commands.some(({ name }) => name.startsWith(typed)))
    return slotAt({ ...state, command: fallback, known: [...known, ...fallback.options] }, typed)
  if (pending?.value) return optionValue(pending, pending.value, '', typed)
  if (!literal && typed.startsWith('-')) {
    const [flag, value] = parted(typed)
    if (value === undefined) return { kind: 'option', options: onceEach(known) }
    const option = known.find((each) => each.flags.includes(flag))
    return option?.value ? optionValue(option, option.value, `${flag}=`, value) : { kind: 'nothing' }
  }
  if (position === 0 && command.commands.length > 0) return { kind: 'command', commands: command.commands }
  const last = command.arguments.at(-1)
  const value = command.arguments[position] ?? (last?.variadic ? last : undefined)
  if (!value) return { kind: 'nothing' }
  return { kind: 'value', value, before: '', typed, again: position > command.arguments.indexOf(value) }
}

/** Each command has its own --help. */
const onceEach = (options: OptionShape[]): OptionShape[] =>
  options.filter(({ flags }, at) => options.findIndex((each) => each.flags[0] === flags[0]) === at)

const optionValue = (option: OptionShape, value: ValueShape, before: string, typed: string): Slot => ({
  kind: 'value',
  value,
  option: option.flags[0]!,
  before,
  typed,
  again: false,
})

/** `--weight=small` → flag and value. */
function parted(word: string): [flag: string, value: string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}
