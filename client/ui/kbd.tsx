/** The shortcut, printed on its button. */
export const Kbd = ({ k }: { readonly k: string | undefined }) => (k === undefined ? null : <kbd>{k}</kbd>)
