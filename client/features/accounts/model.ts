import type { AccountView } from '../../../server/contract/views.ts'

/** Those asked for by name, person or unit; who may log in first, then by name. */
export const listed = (accounts: readonly AccountView[], text: string): readonly AccountView[] => {
  const asked = text.trim().toLowerCase()
  return accounts
    .filter((a) =>
      [a.name, a.displayName, a.person, a.unit ?? ''].some((s) => asked === '' || s.toLowerCase().includes(asked)),
    )
    .toSorted((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null) || a.name.localeCompare(b.name))
}

/** A secret in groups of four, as people type it into a telephone. */
export const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')
