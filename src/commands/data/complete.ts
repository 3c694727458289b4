import type { Argument, Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import {
  type CommandShape,
  type OptionShape,
  readCommandLine,
  type Slot,
  type ValueShape,
} from '../../domain/command-line.ts'
import { ENCOUNTER_KINDS } from '../../domain/entry/entry.ts'
import { WEIGHTS } from '../../domain/favours.ts'
import { handleFor, typedWords } from '../../domain/handles.ts'
import { fold } from '../../domain/names.ts'
import { DEFAULT_SETTINGS } from '../../domain/settings.ts'
import { STAGES } from '../../domain/stages.ts'
import { type Completions, lookInto, type NamedContact } from '../../store/completions.ts'
import {
  type Candidate,
  type Candidates,
  COMPLETION_SCRIPTS,
  candidateLines,
} from '../../ui/views/completion.ts'

/**
 * What the completion scripts call at each Tab: `net complete -- <words…> <word at the cursor>`. It never fails and never
 * says why: a shell would print that into the line being typed.
 */
export function registerComplete(program: Command, context: AppContext): void {
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => context.output.show(candidatesFor(program, context, words), candidateLines))
}

function candidatesFor(program: Command, context: AppContext, words: string[]): Candidates {
  const { text: typed, quoted } = unquoted(words.at(-1) ?? '')
  const before = words.slice(0, -1).map((word) => unquoted(word).text)
  const { slot, given } = readCommandLine(shapeOfProgram(program), before, typed)
  if (slot.kind === 'nothing') return { of: 'words', candidates: [] }
  if (slot.kind !== 'value') return { of: 'words', candidates: beginningWith(typed, namesIn(slot)) }
  const fixed = choicesOf(slot.value, slot.option)
  if (fixed === 'files') return { of: 'files', candidates: [] }
  const found = fixed
    ? beginningWith(slot.typed, fixed.map(plain))
    : fromJournal(context, slot, given, quoted)
  return { of: 'words', candidates: found.map((each) => ({ ...each, value: slot.before + each.value })) }
}

const plain = (value: string): Candidate => ({ value, description: '' })

/** A word as the shell hands it on may still have its quotes; the last one may lack the closing one. */
function unquoted(word: string): { text: string; quoted: boolean } {
  const quote = /^["']/.exec(word)?.[0]
  if (!quote) return { text: word.replace(/\\(.)/g, '$1'), quoted: false }
  return { text: word.slice(1).replace(new RegExp(`${quote}$`), ''), quoted: true }
}

const namesIn = (slot: Slot & { kind: 'command' | 'option' }): Candidate[] =>
  slot.kind === 'command'
    ? slot.commands.map(({ name, summary }) => ({ value: name, description: summary }))
    : slot.options.map(({ flags, summary }) => ({ value: flags[0]!, description: summary }))

const beginningWith = (typed: string, candidates: Candidate[]): Candidate[] =>
  candidates.filter(({ value }) => value.startsWith(typed))

/** What may stand there whatever the journal holds; `undefined` when that is for the journal to say. */
function choicesOf(value: ValueShape, option: string | undefined): string[] | 'files' | undefined {
  if (value.choices.length > 0) return value.choices
  if (option === '--weight') return Object.keys(WEIGHTS)
  if (option === '--kind') return [...ENCOUNTER_KINDS]
  if (value.name === 'shell') return Object.keys(COMPLETION_SCRIPTS)
  if (value.name === 'stage') return [...STAGES]
  if (value.name === 'key') return Object.keys(DEFAULT_SETTINGS)
  if (/^(file|folder|out$)/.test(value.name)) return 'files'
  return undefined
}

type Source = (journal: Completions, typed: string, quoted: boolean) => Candidate[]

/** By what the help calls a value. */
const SOURCES: [names: RegExp, source: Source][] = [
  [/^(contact(\|me)?|people|person|with|a|b|by|via|to)$/, contacts],
  [/^circles?$/, (journal, typed, quoted) => words(journal.circles(), typed, quoted)],
  [/^tags?$/, (journal, typed, quoted) => words(journal.tags(), typed, quoted)],
  [/^place$/, (journal, typed, quoted) => words(journal.places(), typed, quoted)],
  [/^org$/, (journal, typed, quoted) => words(journal.orgs(), typed, quoted)],
  [/^event$/, events],
  [/^introduction$/, (journal, typed) => numbered(journal.introductions(), typed)],
  [/^outcome$/, (journal, typed) => numbered(journal.outcomes(), typed)],
  [/^(id|ids|number)$/, (journal, typed) => numbered(journal.openFollowUps(), typed)],
]

function fromJournal(
  context: AppContext,
  slot: Slot & { kind: 'value' },
  given: Map<string, string>,
  quoted: boolean,
): Candidate[] {
  // The words after the first are the rest of a name written out: "net show Anna Müller".
  if (slot.again && !/^tag/.test(slot.value.name)) return []
  const names = [slot.option?.replace(/^--/, ''), slot.value.name]
  const source = names.flatMap(
    (name) => SOURCES.find(([pattern]) => name && pattern.test(name))?.[1] ?? [],
  )[0]
  if (!source) return []
  const named = given.get('--db')?.replace(/^~(?=\/)/, context.environment.HOME ?? '~')
  try {
    return lookInto(named || context.file(), (journal) => source(journal, slot.typed, quoted)) ?? []
  } catch {
    return []
  }
}

function contacts(journal: Completions, typed: string, quoted: boolean): Candidate[] {
  const found = journal.contacts(typedWords(typed))
  if (quoted) return found.map(describe).filter(({ value }) => fold(value).startsWith(fold(typed)))
  const called = new Map<string, number>()
  for (const { name } of found) called.set(allWords(name), (called.get(allWords(name)) ?? 0) + 1)
  return found.flatMap((contact) => {
    const namesake = called.get(allWords(contact.name))! > 1
    const handles = [contact.name, ...contact.aliases].map((name) => handleFor(name, typed))
    const handle = handles.find((each) => each !== undefined)
    if (handle === undefined) return []
    const own = namesake && handle === handles[0] ? `${handle}-${contact.id}` : handle
    return [{ ...describe(contact), value: own }]
  })
}

/** The same for names that are the same to the matcher. */
const allWords = (name: string): string => [...new Set(typedWords(name))].sort().join(' ')

const describe = ({ name, detail }: NamedContact): Candidate => ({
  value: name,
  description: detail ? `${name}, ${detail}` : name,
})

/** Names of circles, tags and places: those with a space can be completed only inside quotes. */
const words = (names: string[], typed: string, quoted: boolean): Candidate[] =>
  names
    .filter((name) => fold(name).startsWith(fold(typed)) && (quoted || !/[^\p{L}\p{M}\p{N}._-]/u.test(name)))
    .map(plain)

/** In words joined by hyphens, as contacts are; inside quotes as they are written. */
function events(journal: Completions, typed: string, quoted: boolean): Candidate[] {
  return journal.events().flatMap((name) => {
    if (quoted) return fold(name).startsWith(fold(typed)) ? [plain(name)] : []
    const handle = handleFor(name, typed)
    return handle === undefined ? [] : [{ value: handle, description: name }]
  })
}

const numbered = (records: { id: number; what: string }[], typed: string): Candidate[] =>
  records
    .map(({ id, what }) => ({ value: String(id), description: what }))
    .filter(({ value }) => value.startsWith(typed))

/** The program with its own help command, which commander makes by itself. */
function shapeOfProgram(program: Command): CommandShape {
  const shape = shapeOf(program)
  const names = shape.commands.map(({ name }) => name)
  const help: CommandShape = {
    name: 'help',
    summary: 'show what a command takes',
    options: [],
    arguments: [{ name: 'command', variadic: false, choices: names }],
    commands: [],
  }
  return { ...shape, commands: [...shape.commands, help] }
}

function shapeOf(command: Command): CommandShape {
  const help = command.createHelp()
  return {
    name: command.name(),
    summary: help.subcommandDescription(command),
    options: help.visibleOptions(command).map(optionShape),
    arguments: command.registeredArguments.map(argumentShape),
    commands: help
      .visibleCommands(command)
      .filter((each) => each.name() !== 'help')
      .map(shapeOf),
    // Commander tells nobody.
    fallback:
      (command as unknown as { _defaultCommandName?: string | null })._defaultCommandName ?? undefined,
  }
}

const argumentShape = (argument: Argument): ValueShape => ({
  name: argument.name(),
  variadic: argument.variadic,
  choices: argument.argChoices ?? [],
})

function optionShape(option: Option): OptionShape {
  const named = /[<[]([^\]>.]+)/.exec(option.flags)?.[1]
  return {
    flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null),
    summary: option.description,
    value: option.required
      ? { name: named ?? '', variadic: option.variadic, choices: option.argChoices ?? [] }
      : undefined,
  }
}
