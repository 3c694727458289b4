import { type Command, InvalidArgumentError } from 'commander'
import type { AppContext } from '../../context.ts'
import { COMPLETION_SCRIPTS, completionScript, type Shell } from '../../ui/views/completion.ts'
import { examples } from '../arguments.ts'

export function registerCompletion(parent: Command, context: AppContext): void {
  const command = parent
    .command('completion')
    .description('print a script that completes commands, options and names in your shell')
    .argument('<shell>', Object.keys(COMPLETION_SCRIPTS).join(', '), shellName)
    .action((shell: Shell) => context.output.show(shell, completionScript))
  examples(
    command,
    'eval "$(net completion bash)"      # in ~/.bashrc',
    'source <(net completion zsh)       # in ~/.zshrc',
    'net completion fish | source       # in ~/.config/fish/config.fish',
  )
}

function shellName(text: string): Shell {
  if (!Object.hasOwn(COMPLETION_SCRIPTS, text))
    throw new InvalidArgumentError(`It is one of ${Object.keys(COMPLETION_SCRIPTS).join(', ')}.`)
  return text as Shell
}
