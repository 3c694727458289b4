import type { AppContext } from '../../../context.ts'
import { grouped } from '../../../domain/grouping.ts'
import { proposedStages } from '../../../domain/stages.ts'
import { noProposals, proposalsCsv, proposalsView } from '../../../ui/views/stages.ts'

/** Stages that are proposed by what is recorded: none is ever set without being asked for. */
export function showProposals(context: AppContext, options: { json?: boolean; csv?: boolean }): void {
  const { stages } = context.reading()
  const evidence = grouped(stages.evidence().map((each) => [each.contact.id, each]))
  const proposals = [...evidence].flatMap(([id, theirs]) => proposedStages(theirs, stages.ofContact(id)))
  context.output.showRows(proposals, proposalsView(context.today()), proposalsCsv, options)
  if (proposals.length === 0) context.output.tell(undefined, noProposals)
}
