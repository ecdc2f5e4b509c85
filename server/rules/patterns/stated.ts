/** Whether a text says anything: blanks are written by nobody. */
export const isStated = (text: string | null): text is string => text !== null && text.trim() !== ''
