import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { badInput } from '../../domain/errors.ts'
import { type Introduction, stateOf, toldOn } from '../../domain/introductions.ts'
import { readLine } from '../../domain/labels.ts'
import type { Journal } from '../../store/journal.ts'
import { type CourseStep, introductionRecorded, introductionRemoved } from '../../ui/views/introductions.ts'
import { dayOf, examples } from '../arguments.ts'
import { chooseContactOrMe } from '../choose-contact.ts'
import { chooseIntroduction, makeIntroduction, namesIn } from './introducing.ts'

interface Options {
  on?: string
  json?: boolean
}

/** A step in the course of an introduction. */
interface Step {
  done: CourseStep
  /** Who and what the history tells of; without it the two who were introduced. */
  about?: { people?: string[]; text?: string }
  write: (journal: Journal, introduction: Introduction, on: CivilDate) => void
}

/** The verbs that take an introduction further. */
export function declareCourse(intro: Command, context: AppContext): void {
  verb(intro, 'agree', 'one of the two is fine with it', 'net intro agree 3 Ada')
    .argument('<contact>', 'who agreed, or "me"')
    .action((id: string, contact: string, options: Options) => agree(context, id, contact, options))
  verb(
    intro,
    'made',
    'an introduction that was offered is made now',
    'net intro made 3 --on yesterday',
  ).action((id: string, options: Options) => make(context, id, options))
  verb(intro, 'decline', 'it is not wanted after all', 'net intro decline 3').action(
    (id: string, options: Options) => decline(context, id, options),
  )
  verb(intro, 'result', 'note what came of it', 'net intro result 3 "they give a workshop together"')
    .argument('<text...>', 'what came of it')
    .action((id: string, text: string[], options: Options) => addResult(context, id, text.join(' '), options))
  verb(
    intro,
    'thank',
    'note that you thanked who made it: somebody else, for you or for others',
    'net intro thank 3',
  ).action((id: string, options: Options) => thank(context, id, options))
  declareRemove(intro, context)
}

function verb(intro: Command, name: string, summary: string, example: string): Command {
  const command = intro
    .command(name)
    .description(summary)
    .argument('<introduction>', 'its number, as "net intro list" shows it')
    .option('--on <date>', 'when, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
  return examples(command, example)
}

async function agree(context: AppContext, id: string, contact: string, options: Options): Promise<void> {
  const introduction = chooseIntroduction(context, id)
  refuseClosed(introduction)
  const person = await chooseContactOrMe(context, contact)
  const party = person ? introduction.people.find((one) => one.id === person.id) : introduction.me
  if (!party)
    throw badInput(
      'the contact',
      contact,
      'is none of the two',
      `It is about ${namesIn(introduction).join(' and ')}.`,
    )
  if (party.agreedOn !== null)
    throw badInput(
      'the contact',
      contact,
      `agreed on ${party.agreedOn} already`,
      `"net intro made ${introduction.id}" once it is made.`,
    )
  await take(context, introduction, options, {
    done: 'agree',
    about: { people: [person?.name ?? 'you'] },
    write: (journal, { id }, on) => journal.introductions.agree(id, person?.id ?? null, on),
  })
}

async function make(context: AppContext, id: string, options: Options): Promise<void> {
  const introduction = chooseIntroduction(context, id)
  if (introduction.made) refuseClosed(introduction)
  await take(context, introduction, options, {
    done: 'made',
    write: (journal, { id }, on) => makeIntroduction(journal, id, on),
  })
}

async function decline(context: AppContext, id: string, options: Options): Promise<void> {
  const introduction = chooseIntroduction(context, id)
  refuseClosed(introduction)
  await take(context, introduction, options, {
    done: 'decline',
    write: (journal, { id }, on) => journal.introductions.decline(id, on),
  })
}

async function addResult(context: AppContext, id: string, words: string, options: Options): Promise<void> {
  const text = readLine('what came of it', words)
  const introduction = chooseIntroduction(context, id)
  refuseUnmade(introduction)
  await take(context, introduction, options, {
    done: 'result',
    about: { text },
    write: (journal, { id }, on) => journal.introductions.addResult(id, text, on),
  })
}

async function thank(context: AppContext, id: string, options: Options): Promise<void> {
  const introduction = chooseIntroduction(context, id)
  const { introducer, thankedOn } = introduction
  if (introducer === null)
    throw badInput(
      'the introduction',
      `#${introduction.id}`,
      'was made by you',
      'Thanks go to somebody else who made one: for you, or for others.',
    )
  refuseUnmade(introduction)
  if (thankedOn !== null)
    throw badInput('the introduction', `#${introduction.id}`, `was thanked for on ${thankedOn}`)
  await take(context, introduction, options, {
    done: 'thank',
    about: { people: [introducer.name] },
    write: (journal, { id }, on) => journal.introductions.thank(id, on),
  })
}

/** Takes the step, on the day that is named or today. @throws NetError when that lies before the introduction */
async function take(
  context: AppContext,
  introduction: Introduction,
  options: Options,
  step: Step,
): Promise<void> {
  const on = await dayOf(context, options.on)
  if (on < introduction.on)
    throw badInput(
      '--on',
      options.on,
      `lies before the introduction (${introduction.on})`,
      'Give a day from then on.',
    )
  const journal = context.journal()
  const { operation } = journal.operations.record(`intro ${step.done}`, (about) => {
    about.people = step.about?.people ?? namesIn(introduction)
    about.text = step.about?.text ?? ''
    step.write(journal, introduction, on)
  })
  const told = toldOn(context.today(), journal.introductions.byId(introduction.id)!)
  context.output.show(
    { operation, introduction: told, done: step.done },
    introductionRecorded(context.today()),
    options,
  )
}

/** @throws NetError when it is made or declined already */
function refuseClosed(introduction: Introduction): void {
  const state = stateOf(introduction)
  if (state === 'made' || state === 'declined')
    throw badInput(
      'the introduction',
      `#${introduction.id}`,
      state === 'made' ? `was made on ${introduction.on}` : `was declined on ${introduction.declinedOn}`,
      state === 'made'
        ? `"net intro result ${introduction.id}" notes what came of it.`
        : `"net intro made ${introduction.id}" if it was made after all.`,
    )
}

/** @throws NetError when it is not made yet */
function refuseUnmade({ id, made }: Introduction): void {
  if (!made) throw badInput('the introduction', `#${id}`, 'is not made yet', `First "net intro made ${id}".`)
}

function declareRemove(intro: Command, context: AppContext): void {
  const remove = intro
    .command('remove')
    .description('take an introduction out of the journal, with the tie and the favour that came from it')
    .argument('<introduction>', 'its number, as "net intro list" shows it')
    .option('--json', 'answer as JSON')
    .action((text: string, options: { json?: boolean }) => {
      const introduction = chooseIntroduction(context, text)
      const journal = context.journal()
      const { operation } = journal.operations.record('intro remove', (about) => {
        about.people = namesIn(introduction)
        journal.introductions.remove(introduction)
      })
      const told = toldOn(context.today(), introduction)
      context.output.show({ operation, introduction: told }, introductionRemoved, options)
    })
  examples(remove, 'net intro remove 3')
}
