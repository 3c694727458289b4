import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import type { Introduction } from '../../domain/introductions.ts'
import { type Period, periodBefore, readQuarter, readYear, span, usualPeriod } from '../../domain/periods.ts'
import {
  figuresCsv,
  figuresOf,
  nothingToReport,
  type Report,
  reportMarkdown,
  reportView,
  type SectionViews,
} from '../../ui/views/report/report.ts'
import { dateArgument, examples } from '../arguments.ts'
import type { ReportFrame } from './report-frame.ts'
import { SECTIONS } from './report-sections.ts'

interface ReportOptions {
  quarter?: string
  year?: string
  since?: string
  until?: string
  json?: boolean
  csv?: boolean
  md?: boolean
}

export function registerReport(parent: Command, context: AppContext): void {
  const command = parent
    .command('report')
    .description('look back on a quarter: encounters, people, give and take, promises, and whom to see next')
    .addOption(
      new Option(
        '--quarter [quarter]',
        '2026-Q3, Q3, last or this (default: this; last in its first 21 days)',
      )
        .preset('this')
        .conflicts(['year', 'since', 'until']),
    )
    .addOption(new Option('--year [year]', '2026, last or this').preset('this').conflicts(['since', 'until']))
    .option('--since <date>', 'from this day on')
    .option('--until <date>', 'up to and including this day')
    .option('--json', 'answer as JSON')
    .addOption(
      new Option('--csv', 'answer as CSV: section, key, value, and the value before').conflicts('json'),
    )
    .addOption(new Option('--md', 'answer as Markdown').conflicts(['json', 'csv']))
    .action((options: ReportOptions) => showReport(context, options))
  examples(command, 'net report', 'net report --quarter last', 'net report --year 2026 --md > 2026.md')
}

async function showReport(context: AppContext, options: ReportOptions): Promise<void> {
  const frame = await frameOf(context, options)
  const report: Report = { period: frame.period, previous: frame.previous }
  for (const [key, { gather }] of Object.entries(SECTIONS)) report[key] = gather(frame)
  const { output } = context
  if (options.csv) return output.showRows(figuresOf(report, views), () => '', figuresCsv, options)
  output.show(report, (options.md ? reportMarkdown : reportView)(views, frame.today), options)
  const firstDay = frame.journal.reports.firstDay()
  if (!options.json && (firstDay === null || firstDay > frame.past.to))
    output.tell(frame.period, nothingToReport)
}

const views = Object.fromEntries(
  Object.entries(SECTIONS).flatMap(([key, { view }]) => (view ? [[key, view]] : [])),
) as SectionViews

async function frameOf(context: AppContext, options: ReportOptions): Promise<ReportFrame> {
  const journal = context.reading()
  const today = context.today()
  const period = await periodOf(context, options)
  const settings = context.settings()
  let waiting: Introduction[] | undefined
  return {
    journal,
    period,
    previous: periodBefore(period),
    past: { from: period.from, to: period.to < today ? period.to : today },
    today,
    defaultCadence: settings.cadence,
    oneSidedHints: settings['one-sided'] === 'on',
    waiting: () => {
      waiting ??= journal.introductions.waiting(today)
      return waiting
    },
  }
}

/** @throws NetError when an option is no time, or a time to come */
async function periodOf(context: AppContext, options: ReportOptions): Promise<Period> {
  const today = context.today()
  if (options.quarter !== undefined) return readQuarter(options.quarter, today)
  if (options.year !== undefined) return readYear(options.year, today)
  if (options.since === undefined && options.until === undefined) return usualPeriod(today)
  const to =
    options.until === undefined ? today : await dateArgument(context, '--until', options.until, 'past')
  const from =
    options.since === undefined
      ? (context.reading().reports.firstDay() ?? to)
      : await dateArgument(context, '--since', options.since, 'past')
  if (options.since !== undefined && from > to)
    throw badInput('--since', options.since, `comes after ${to}`, 'Give the earlier day first.')
  return span(from < to ? from : to, to)
}
