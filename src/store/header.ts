import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { NetError } from '../domain/errors.ts'

/** Marks a SQLite file as a journal of ours (`PRAGMA application_id`): "netj". */
export const APPLICATION_ID = 0x6e65746a

/** What the first bytes of a SQLite file say (https://sqlite.org/fileformat.html §1.3). */
export interface FileHeader {
  /** Bytes of the whole file. */
  size: number
  applicationId: number
  /** The journal's version, as far as it is not still in the write-ahead log. */
  version: number
  /** Bytes the file should have at least; 0 where it does not say. */
  expectedSize: number
}

const MAGIC = 'SQLite format 3\0'
const LENGTH = 100
/** The smallest page there is. */
const SMALLEST = 512

/**
 * Looks at a file without SQLite, which would touch it: a file that is none of ours stays as it is to the byte.
 * @returns `undefined` when there is no file
 * @throws NetError when it is no SQLite file; what the file system throws
 */
export function readHeader(file: string): FileHeader | undefined {
  const stat = statIfThere(file)
  if (!stat) return undefined
  if (stat.isDirectory()) throw new NetError({ kind: 'journal', why: 'is-directory', file })
  // Opening a pipe would wait for its other end.
  if (!stat.isFile()) throw new NetError({ kind: 'journal', why: 'not-a-database', file })
  const bytes = Buffer.alloc(LENGTH)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, bytes, 0, LENGTH, 0)
  } finally {
    closeSync(descriptor)
  }
  if (stat.size > 0 && bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new NetError({ kind: 'journal', why: 'not-a-database', file })
  return {
    size: stat.size,
    version: bytes.readInt32BE(60),
    applicationId: bytes.readInt32BE(68),
    expectedSize: expectedSize(bytes),
  }
}

/** `throwIfNoEntry: false` will not do: from Node 22 on it says nothing of a folder in the path that is a file, either. */
function statIfThere(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Page size (1 stands for 65536) times pages; their number counts only if it is of the last change (§1.3.7). */
function expectedSize(bytes: Buffer): number {
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16)
  return bytes.readUInt32BE(24) === bytes.readUInt32BE(92) ? pageSize * bytes.readUInt32BE(28) : 0
}

/**
 * A file that was cut off. What is missing may still be in the write-ahead log, or about to be written while there is a
 * rollback journal; those are looked at after the header and before the size, so that another program which is just writing
 * is not taken for damage.
 */
function isCutOff(file: string, { size, expectedSize }: FileHeader): boolean {
  const isInUse = ['-wal', '-journal'].some((side) => statSync(file + side, { throwIfNoEntry: false })?.size)
  if (size === 0 || isInUse) return false
  return statSync(file).size < Math.max(SMALLEST, expectedSize)
}

/** The same, and refuses what this program must not open: another program's database, a journal of a newer version, one that was cut off. */
export function readJournalHeader(file: string, newest: number): FileHeader | undefined {
  const header = readHeader(file)
  if (!header) return undefined
  if (header.applicationId !== 0 && header.applicationId !== APPLICATION_ID)
    throw new NetError({ kind: 'journal', why: 'not-ours', file })
  if (header.applicationId === APPLICATION_ID && header.version > newest)
    throw new NetError({ kind: 'journal', why: 'newer', file })
  if (isCutOff(file, header)) throw new NetError({ kind: 'journal', why: 'damaged', file })
  return header
}
