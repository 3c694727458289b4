import { join } from 'node:path'
import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { judge } from '../../domain/diagnosis.ts'
import { NetError } from '../../domain/errors.ts'
import { examineJournal } from '../../store/doctor.ts'
import { type Diagnosis, doctorView } from '../../ui/views/doctor.ts'
import { examples } from '../arguments.ts'
import { otherNetOnPath } from './on-path.ts'

export function registerDoctor(parent: Command, context: AppContext): void {
  const command = parent
    .command('doctor')
    .description('look the journal through: is it whole, is it private, are there backups; changes nothing')
    .option('--json', 'as JSON; what is wrong also makes the exit code 1')
    .action((options: { json?: boolean }) => diagnose(context, options))
  examples(command, 'net doctor', 'net doctor --json')
}

function diagnose(context: AppContext, options: { json?: boolean }): void {
  const examined = examineJournal(context.file(), context.migrations)
  const own = join(context.migrations, '..', 'bin', 'net.js')
  const otherNet = otherNetOnPath(own, context.environment)
  const findings = judge(examined, otherNet)
  const sound = findings.every(({ state }) => state !== 'wrong')
  const { searchIsSound: _, writable: __, ...facts } = examined
  const diagnosis: Diagnosis = {
    sound,
    ...facts,
    mode: octal(facts.mode),
    folderMode: octal(facts.folderMode),
    otherNet,
    findings,
  }
  context.output.show(diagnosis, doctorView, options)
  if (!sound) throw new NetError({ kind: 'unsound' })
}

const octal = (mode: number | null) => mode?.toString(8).padStart(3, '0') ?? null
