/** Exit codes that callers rely on; 0, 1 and 2 come from the findings themselves. */
export const exitCodes = {
  couldNotCheck: 2,
  /** EX_USAGE of sysexits(3). */
  usage: 64,
  /** 128 + 2, as a shell reports SIGINT. */
  SIGINT: 130,
  /** 128 + 15, as a shell reports SIGTERM. */
  SIGTERM: 143,
} as const;
