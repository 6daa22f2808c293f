/** How much of a directory is taken in at once; more is refused with a sentence. */
export const directoryLimits = {
  /** Bytes of all files together, sent from a browser. */
  webBytes: 20_000_000,
  /** Bytes of all files together, read from a folder by the operator's command. */
  commandBytes: 80_000_000,
  files: 60,
  /** Errors told in one answer; their number is always told whole. */
  errorsTold: 2_000,
} as const
