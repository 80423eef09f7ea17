/** The exit codes of `lm`: one list, read by the program, the catalogue and the help page `lm help exit-codes`. */
export const EXIT = {
  done: 0,
  error: 1,
  usage: 2,
  refused: 3,
  denied: 4,
  notFound: 5,
  conflict: 6,
  timedOut: 7,
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
