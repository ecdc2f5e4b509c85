/**
 * JSON that PostgreSQL accepts as jsonb. It refuses NUL and lone surrogates, which anybody may type or send;
 * one such character must not stop the projections for good.
 */
export const sqlJson = (value: unknown): string =>
  JSON.stringify(value).replace(/\\u(0000|d[89a-f][0-9a-f]{2})/gi, '\\ufffd')
