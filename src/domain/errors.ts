/**
 * Everything that can go wrong by a rule, as facts. The words a user reads for each stand in `ui/views/problem.ts`,
 * the exit code of each in `EXIT_CODE`.
 */
export type Problem =
  /** A value that can't be used: a date, a number, a name, a combination of options. */
  | { kind: 'bad-input'; what: string; value?: string; why: string; hint?: string }
  /** Nothing by that name or number; `suggestions` are near misses, nearest first. */
  | { kind: 'not-found'; what: RecordKind; wanted: string; suggestions: string[]; creatable?: boolean }
  /** Several fit; the candidates are listed, most recently met first. */
  | { kind: 'ambiguous'; what: RecordKind; wanted: string; candidates: Candidate[] }
  /** `forcible`: --force would write over it. */
  | { kind: 'already-there'; what: RecordKind; name: string; id?: number; forcible?: boolean }
  /** The journal file, or a backup of it, can't be used. */
  | { kind: 'journal'; why: JournalTrouble; file: string; detail?: string; role?: 'backup' }
  /** What was to be written beside the journal. */
  | { kind: 'disk-full'; file: string }
  /** An archive can't be made a journal of: it breaks off, or what stands in a row does not fit the journal or the other rows. */
  | {
      kind: 'archive'
      why: ArchiveTrouble
      /** `null` where the lines of the file say nothing. */
      line: number | null
      table?: string
      /** What tells it from the others: "id 3". */
      row?: string
      column?: string
      /** The table referred to. */
      to?: string
    }
  /** The record was changed by somebody else while it was being edited. `kept` names the file that holds the edit. */
  | { kind: 'changed-meanwhile'; name: string; kept: string }
  | { kind: 'needs-terminal'; what: string }
  /** An operation can't be taken back or done again: the journal was brought up to date since and has no place for it. */
  | { kind: 'out-of-date' }
  /** An examination, shown already, found something wrong. */
  | { kind: 'unsound' }
  | { kind: 'cancelled' }

export type RecordKind =
  | 'contact'
  | 'circle'
  | 'tag'
  | 'alias'
  | 'follow-up'
  | 'operation'
  | 'setting'
  | 'file'
  /** A file that a journal is to be brought back from. */
  | 'backup'
  | 'folder'
  | 'introduction'
  /** Where a path may lead: a contact, an organisation, a place. */
  | 'destination'
  | 'tie'
  | 'offer'
  | 'need'
  | 'endorsement'
  | 'event'
  | 'outcome'
  | 'stage'
  | 'draft'

export interface Candidate {
  id: number
  name: string
  /** What tells two people of one name apart: organisation, place. */
  detail?: string
}

export type ArchiveTrouble =
  | 'broken'
  | 'unknown-table'
  | 'unknown-column'
  | 'refers-to-nothing'
  /** What a row has to have. */
  | 'missing'
  /** What only one row may have. */
  | 'twice'
  /** A number where a text should be, or the other way round. */
  | 'wrong-kind'
  | 'out-of-bounds'

export type JournalTrouble =
  | 'not-a-database'
  | 'damaged'
  | 'newer'
  | 'is-directory'
  | 'unreadable'
  | 'read-only'
  | 'disk-full'
  | 'locked'
  | 'not-ours'
  | 'native-module'
  | 'io'

export class NetError extends Error {
  override name = 'NetError'
  constructor(readonly problem: Problem) {
    super(problem.kind)
  }
}

/** Exit codes are a contract that scripts rely on. */
export const EXIT_CODE: Record<Problem['kind'], number> = {
  'bad-input': 2,
  'not-found': 3,
  ambiguous: 4,
  'already-there': 4,
  journal: 1,
  'disk-full': 1,
  archive: 2,
  'changed-meanwhile': 1,
  'needs-terminal': 2,
  'out-of-date': 1,
  unsound: 1,
  cancelled: 130,
}

export const badInput = (what: string, value: string | undefined, why: string, hint?: string) =>
  new NetError({ kind: 'bad-input', what, value, why, hint })
