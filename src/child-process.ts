/**
 * Stands in for `node:child_process` in the built program: commander asks for it at the start, for subcommands that are
 * programs of their own, which `net` has none of. Loading it costs a tenth of Node's own start.
 */
type ChildProcess = typeof import('node:child_process')

// biome-ignore lint/style/useNodejsImportProtocol: with `node:` the build would lead back here
const load = () => require('child_process') as ChildProcess

export const spawn = ((...args: Parameters<ChildProcess['spawn']>) =>
  load().spawn(...args)) as ChildProcess['spawn']
export const spawnSync = ((...args: Parameters<ChildProcess['spawnSync']>) =>
  load().spawnSync(...args)) as ChildProcess['spawnSync']
