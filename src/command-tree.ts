import type { Command } from 'commander'
import type { AppContext } from './context.ts'

type Register = (parent: Command, context: AppContext) => void

interface Entry {
  group: string
  summary: string
  load: () => Promise<Register>
}

const DAILY = 'Every day:'
const PEOPLE = 'People:'
const GIVING = 'Give and take:'
const NETWORK = 'Your network:'
const DATA = 'The journal itself:'

/** The command tree at a glance. A command's file is loaded when it is called, or when its own help is asked for. */
export const COMMANDS: Record<string, Entry> = {
  log: {
    group: DAILY,
    summary: 'log an encounter',
    load: () => import('./commands/daily/log.ts').then((it) => it.registerLog),
  },
  stale: {
    group: DAILY,
    summary: 'see who is going cold, and why to get in touch',
    load: () => import('./commands/daily/stale.ts').then((it) => it.registerStale),
  },
  find: {
    group: DAILY,
    summary: 'find people, encounters, favours, promises and facts',
    load: () => import('./commands/daily/find.ts').then((it) => it.registerFind),
  },
  report: {
    group: DAILY,
    summary: 'look back on a quarter, give and take',
    load: () => import('./commands/daily/report.ts').then((it) => it.registerReport),
  },
  // people
  add: {
    group: PEOPLE,
    summary: 'add a contact',
    load: () => import('./commands/people/add.ts').then((it) => it.registerAdd),
  },
  show: {
    group: PEOPLE,
    summary: 'show all that you know about a contact',
    load: () => import('./commands/people/show.ts').then((it) => it.registerShow),
  },
  list: {
    group: PEOPLE,
    summary: 'list your contacts',
    load: () => import('./commands/people/list.ts').then((it) => it.registerList),
  },
  edit: {
    group: PEOPLE,
    summary: 'change what is known of a contact',
    load: () => import('./commands/people/edit.ts').then((it) => it.registerEdit),
  },
  circle: {
    group: PEOPLE,
    summary: 'circles of contacts, each with how often to meet',
    load: () => import('./commands/people/circle.ts').then((it) => it.registerCircle),
  },
  tag: {
    group: PEOPLE,
    summary: 'tags of contacts',
    load: () => import('./commands/people/tag.ts').then((it) => it.registerTag),
  },
  alias: {
    group: PEOPLE,
    summary: 'other names that a contact goes by',
    load: () => import('./commands/people/alias.ts').then((it) => it.registerAlias),
  },
  snooze: {
    group: PEOPLE,
    summary: 'leave a contact out of reminders until a day',
    load: () => import('./commands/people/snooze.ts').then((it) => it.registerSnooze),
  },
  pause: {
    group: PEOPLE,
    summary: 'let reminders rest: for a contact, or for all',
    load: () => import('./commands/people/pause.ts').then((it) => it.registerPause),
  },
  resume: {
    group: PEOPLE,
    summary: 'take a contact up again',
    load: () => import('./commands/people/resume.ts').then((it) => it.registerResume),
  },
  letgo: {
    group: PEOPLE,
    summary: 'keep a contact, without reminders',
    load: () => import('./commands/people/letgo.ts').then((it) => it.registerLetgo),
  },
  delete: {
    group: PEOPLE,
    summary: 'delete a contact',
    load: () => import('./commands/people/delete.ts').then((it) => it.registerDelete),
  },
  duplicates: {
    group: PEOPLE,
    summary: 'find records that may be of one person',
    load: () => import('./commands/people/duplicates.ts').then((it) => it.registerDuplicates),
  },
  merge: {
    group: PEOPLE,
    summary: 'make two records of one person one',
    load: () => import('./commands/people/merge.ts').then((it) => it.registerMerge),
  },
  forget: {
    group: PEOPLE,
    summary: 'erase a person for good, as privacy law asks',
    load: () => import('./commands/people/forget.ts').then((it) => it.registerForget),
  },
  // give and take
  gave: {
    group: GIVING,
    summary: 'record a favour you did',
    load: () => import('./commands/giving/gave.ts').then((it) => it.registerGave),
  },
  got: {
    group: GIVING,
    summary: 'record a favour done for you',
    load: () => import('./commands/giving/gave.ts').then((it) => it.registerGot),
  },
  todo: {
    group: GIVING,
    summary: 'list open promises, yours and theirs',
    load: () => import('./commands/giving/todo.ts').then((it) => it.registerTodo),
  },
  done: {
    group: GIVING,
    summary: 'close promises that were kept',
    load: () => import('./commands/giving/done.ts').then((it) => it.registerDone),
  },
  // your network
  event: {
    group: NETWORK,
    summary: 'events: who was there, how it was, what came of it',
    load: () => import('./commands/network/event/event.ts').then((it) => it.registerEvent),
  },
  intro: {
    group: NETWORK,
    summary: 'bring people together, and note what came of it',
    load: () => import('./commands/network/intro.ts').then((it) => it.registerIntro),
  },
  met: {
    group: NETWORK,
    summary: 'note who introduced somebody to you',
    load: () => import('./commands/network/met.ts').then((it) => it.registerMet),
  },
  tie: {
    group: NETWORK,
    summary: 'who knows whom',
    load: () => import('./commands/network/tie.ts').then((it) => it.registerTie),
  },
  path: {
    group: NETWORK,
    summary: 'find who could open a door: to a person, an org, a place',
    load: () => import('./commands/network/path.ts').then((it) => it.registerPath),
  },
  brief: {
    group: NETWORK,
    summary: 'recall somebody, or all who are expected, before you meet',
    load: () => import('./commands/network/brief.ts').then((it) => it.registerBrief),
  },
  network: {
    group: NETWORK,
    summary: 'see who is tied to whom, and who bridges the groups',
    load: () => import('./commands/network/network.ts').then((it) => it.registerNetwork),
  },
  who: {
    group: NETWORK,
    summary: 'find who could open a door: a skill, a field, a place',
    load: () => import('./commands/network/who.ts').then((it) => it.registerWho),
  },
  offer: {
    group: NETWORK,
    summary: 'what people can do, and what you can do',
    load: () => import('./commands/network/offer.ts').then((it) => it.registerOffer),
  },
  need: {
    group: NETWORK,
    summary: 'what people look for, and what you might need',
    load: () => import('./commands/network/offer.ts').then((it) => it.registerNeed),
  },
  match: {
    group: NETWORK,
    summary: 'see who could help whom',
    load: () => import('./commands/network/match.ts').then((it) => it.registerMatch),
  },
  gaps: {
    group: NETWORK,
    summary: 'see what you might need and nobody is there for',
    load: () => import('./commands/network/gaps.ts').then((it) => it.registerGaps),
  },
  vouch: {
    group: NETWORK,
    summary: 'record who speaks for whom, or for you',
    load: () => import('./commands/network/vouch.ts').then((it) => it.registerVouch),
  },
  advocates: {
    group: NETWORK,
    summary: 'see who put in a good word for you',
    load: () => import('./commands/network/advocates.ts').then((it) => it.registerAdvocates),
  },
  outcome: {
    group: NETWORK,
    summary: 'what came of it: orders, jobs, leads, and through whom',
    load: () => import('./commands/network/outcome/outcome.ts').then((it) => it.registerOutcome),
  },
  stage: {
    group: NETWORK,
    summary: 'who is interested, a customer, or recommends you',
    load: () => import('./commands/network/stage/stage.ts').then((it) => it.registerStage),
  },
  // the journal itself
  inbox: {
    group: DATA,
    summary: 'log the lines of a text file from your phone',
    load: () => import('./commands/data/inbox.ts').then((it) => it.registerInbox),
  },
  drafts: {
    group: DATA,
    summary: 'log meetings from a calendar, once you say so',
    load: () => import('./commands/data/drafts.ts').then((it) => it.registerDrafts),
  },
  export: {
    group: DATA,
    summary: 'take everything with you, in formats that others read',
    load: () => import('./commands/data/export.ts').then((it) => it.registerExport),
  },
  import: {
    group: DATA,
    summary: 'bring people along from address books and exports',
    load: () => import('./commands/data/import.ts').then((it) => it.registerImport),
  },
  undo: {
    group: DATA,
    summary: 'take back what was written last',
    load: () => import('./commands/data/undo.ts').then((it) => it.registerUndo),
  },
  redo: {
    group: DATA,
    summary: 'do again what was taken back',
    load: () => import('./commands/data/undo.ts').then((it) => it.registerRedo),
  },
  history: {
    group: DATA,
    summary: 'show what was written, newest first',
    load: () => import('./commands/data/history.ts').then((it) => it.registerHistory),
  },
  backup: {
    group: DATA,
    summary: 'copy the whole journal into a file',
    load: () => import('./commands/data/backup.ts').then((it) => it.registerBackup),
  },
  restore: {
    group: DATA,
    summary: 'put a backup in the place of the journal',
    load: () => import('./commands/data/restore.ts').then((it) => it.registerRestore),
  },
  doctor: {
    group: DATA,
    summary: 'look the journal through; changes nothing',
    load: () => import('./commands/data/doctor.ts').then((it) => it.registerDoctor),
  },
  config: {
    group: DATA,
    summary: 'show and change settings',
    load: () => import('./commands/data/config.ts').then((it) => it.registerConfig),
  },
  demo: {
    group: DATA,
    summary: 'make a journal to explore, in a file of its own',
    load: () => import('./commands/data/demo.ts').then((it) => it.registerDemo),
  },
  completion: {
    group: DATA,
    summary: 'complete commands and names in your shell',
    load: () => import('./commands/data/completion.ts').then((it) => it.registerCompletion),
  },
}

/** What `net` alone does. */
export const loadHome: Entry['load'] = () =>
  import('./commands/daily/today.ts').then((it) => it.registerToday)
