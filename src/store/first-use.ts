type Makers = Record<string, () => unknown>

/**
 * An object whose properties are made when they are first asked for: no command needs more than a few of the stores, and each
 * takes its time to make.
 * @param base what the object has besides
 */
export function onFirstUse<M extends Makers, Base extends object>(
  makers: M,
  base?: Base,
): Base & { readonly [Name in keyof M]: ReturnType<M[Name]> } {
  const made = Object.create(base ?? null)
  for (const name in makers) {
    const make = makers[name]!
    Object.defineProperty(made, name, {
      configurable: true,
      get() {
        const value = make()
        Object.defineProperty(made, name, { value })
        return value
      },
    })
  }
  return made
}
