import type { AppContext } from '../../../context.ts'
import { proposedStages, type StageEvidence } from '../../../domain/stages.ts'
import { noProposals, proposalsCsv, proposalsView } from '../../../ui/views/stages.ts'

/** Stages that are proposed by what is recorded: none is ever set without being asked for. */
export function showProposals(context: AppContext, options: { json?: boolean; csv?: boolean }): void {
  const { stages } = context.reading()
  const proposals = [...byContact(stages.evidence()).entries()].flatMap(([id, evidence]) =>
    proposedStages(evidence, stages.ofContact(id)),
  )
  context.output.showRows(proposals, proposalsView(context.today()), proposalsCsv, options)
  if (proposals.length === 0) context.output.tell(undefined, noProposals)
}

function byContact(all: StageEvidence[]): Map<number, StageEvidence[]> {
  const groups = new Map<number, StageEvidence[]>()
  for (const each of all) groups.set(each.contact.id, [...(groups.get(each.contact.id) ?? []), each])
  return groups
}
