declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the Chromium that browser tests drive. */
    chromium: string;
  }
}
