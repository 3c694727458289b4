import { balanceCurve, flowByKind, flowOf } from '../../domain/balance.ts'
import { toldOn } from '../../domain/introductions.ts'
import { NOTHING_ONE_SIDED, type OneSidedness, oneSidedness } from '../../domain/one-sided.ts'
import { monthsIn } from '../../domain/periods.ts'
import {
  firstMet,
  goneCold,
  isNew,
  isRekindled,
  meetingsWithin,
  rekindled,
} from '../../domain/relationship-changes.ts'
import { type BalanceData, balanceView } from '../../ui/views/report/balance.ts'
import type { SectionView } from '../../ui/views/report/blocks.ts'
import { type ContactsData, contactsView } from '../../ui/views/report/contacts.ts'
import { type EncountersData, encountersView } from '../../ui/views/report/encounters.ts'
import { endorsementsReport } from '../../ui/views/report/endorsements.ts'
import { visitsView } from '../../ui/views/report/events.ts'
import { type FollowUpsData, followUpsView } from '../../ui/views/report/follow-ups.ts'
import {
  type IntroductionsData,
  introductionsView,
  type TiesData,
  tiesView,
} from '../../ui/views/report/network.ts'
import { nextView } from '../../ui/views/report/next.ts'
import { oneSidedView } from '../../ui/views/report/one-sided.ts'
import { outcomesView } from '../../ui/views/report/outcomes.ts'
import { pausesView } from '../../ui/views/report/pauses.ts'
import { stagesView } from '../../ui/views/report/stages.ts'
import { gatherEndorsements } from './report-endorsements.ts'
import { gatherEvents, gatherVisits } from './report-events.ts'
import type { ReportFrame } from './report-frame.ts'
import { gatherNext } from './report-next.ts'
import { gatherOutcomes, gatherStages } from './report-outcomes.ts'
import { gatherPauses } from './report-pauses.ts'

interface Section<Data> {
  gather: (frame: ReportFrame) => Data
  /** A section without one is there for scripts, in its place and empty, until there is something to tell. */
  view?: SectionView<Data>
}

const section = <Data>(gather: Section<Data>['gather'], view?: SectionView<Data>): Section<Data> => ({
  gather,
  view,
})

/** The report at a glance: a section's key in JSON, how it is gathered, how it is told. */
export const SECTIONS: Record<string, Section<any>> = {
  encounters: section(gatherEncounters, encountersView),
  contacts: section(gatherContacts, contactsView),
  balance: section(gatherBalance, balanceView),
  oneSided: section(gatherOneSided, oneSidedView),
  introductions: section(gatherIntroductions, introductionsView),
  endorsements: section(gatherEndorsements, endorsementsReport),
  /** For scripts; told by `visits`, which compares them with the period before. */
  events: section(gatherEvents),
  visits: section(gatherVisits, visitsView),
  outcomes: section(gatherOutcomes, outcomesView),
  stages: section(gatherStages, stagesView),
  followUps: section(gatherFollowUps, followUpsView),
  ties: section(gatherTies, tiesView),
  pauses: section(gatherPauses, pausesView),
  next: section(gatherNext, nextView),
}

function gatherEncounters({ journal, past, previous }: ReportFrame): EncountersData {
  const before = journal.reports.encounters(previous)
  const counts = new Map(journal.reports.encountersByMonth(past).map(({ month, count }) => [month, count]))
  return {
    ...journal.reports.encounters(past),
    before: before.count,
    peopleBefore: before.people,
    byMonth: monthsIn(past).map((month) => ({ month, count: counts.get(month) ?? 0 })),
  }
}

function gatherContacts(frame: ReportFrame): ContactsData {
  const { journal, past, previous, today, defaultCadence } = frame
  const all = journal.relationships.meetings({ from: previous.from, to: past.to })
  const meetings = meetingsWithin(all, past)
  const before = meetingsWithin(all, previous)
  return {
    new: firstMet(meetings, past.from),
    rekindled: rekindled(meetings, defaultCadence),
    cold: goneCold(
      journal.relationships.turnedCold(today, past, defaultCadence),
      past,
      today,
      defaultCadence,
    ),
    before: {
      new: before.filter(isNew(previous.from)).length,
      rekindled: before.filter(isRekindled(defaultCadence)).length,
    },
  }
}

function gatherBalance({ journal, past, previous }: ReportFrame): BalanceData {
  const favours = journal.reports.favoursByKind(past)
  const flow = flowOf(favours)
  const fromOthers = journal.passedOn.fromOthers(past)
  return {
    ...flow,
    fromOthers: { ...fromOthers, share: flow.got.count === 0 ? 0 : fromOthers.count / flow.got.count },
    passedOn: journal.passedOn.inPeriod(past),
    byKind: flowByKind(favours),
    curve: balanceCurve(journal.reports.favoursByMonth(past.to), past.to),
    before: flowOf(journal.reports.favoursByKind(previous)),
  }
}

/** It suggests something to do, so nobody who rests is among them. */
function gatherOneSided({ journal, past, today, oneSidedHints }: ReportFrame): OneSidedness {
  if (!oneSidedHints) return NOTHING_ONE_SIDED
  const resting = journal.relationships.resting(today)
  const people = journal.oneSided.people(past.to).filter(({ id }) => !resting(id))
  return oneSidedness(people, journal.oneSided.circles(past.to), journal.oneSided.events(past.to))
}

function gatherIntroductions({ journal, past, previous, today, waiting }: ReportFrame): IntroductionsData {
  return {
    ...journal.reports.introductions(past),
    open: waiting()
      .map((introduction) => toldOn(today, introduction))
      .filter(({ open }) => open === 'agree' || open === 'make'),
    results: journal.introductions.withResult(past).map((introduction) => toldOn(today, introduction)),
    before: journal.reports.introductions(previous),
  }
}

function gatherTies({ journal, past, previous }: ReportFrame): TiesData {
  return {
    ...journal.reports.ties(past),
    before: journal.reports.ties(previous),
  }
}

function gatherFollowUps({ journal, period, previous, today }: ReportFrame): FollowUpsData {
  return {
    ...journal.reports.promises(period, today),
    before: journal.reports.promises(previous, today),
  }
}
