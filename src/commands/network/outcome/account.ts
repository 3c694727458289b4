import type { AppContext } from '../../../context.ts'
import { attribute } from '../../../domain/attribution.ts'
import { daysBetween } from '../../../domain/dates.ts'
import { broughtBy, type TracedOutcome } from '../../../domain/outcomes.ts'
import { proposedStages, type StageEvidence } from '../../../domain/stages.ts'
import type { OutcomeAccount } from '../../../ui/views/outcomes.ts'

/** An outcome with all that is told of it alone. */
export function accountOf(context: AppContext, outcome: TracedOutcome): OutcomeAccount {
  const brought = broughtBy(outcome)
  const first = brought
    ? context
        .reading()
        .outcomes.firsts({ from: outcome.on, to: outcome.on })
        .find(({ id }) => id === brought.id)
    : undefined
  const known = first && first.metOn !== null && first.metOn <= outcome.on
  return {
    ...outcome,
    parts: attribute(outcome).map(({ link, value }) => ({ ...link, value })),
    daysSinceMet: known ? daysBetween(first.metOn!, outcome.on) : null,
  }
}

/** Stages that the people of an outcome may have come to by what is recorded of them now. */
export function proposedBy(context: AppContext, { via, customer }: TracedOutcome): StageEvidence[] {
  const { stages } = context.reading()
  const people = [customer, via].flatMap((person) => (person ? [person.id] : []))
  return [...new Set(people)].flatMap((id) => proposedStages(stages.evidenceOf(id), stages.ofContact(id)))
}
