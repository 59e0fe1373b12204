import { AccessError } from './amqp-refusal.ts';

/** What was done on a broker, in order, in words for a report. */
export interface Journal {
  readonly performed: readonly string[];
  /** Does something and writes down that it was done, or that it did not succeed. @throws AccessError as it does */
  note<Value>(done: string, operation: () => Promise<Value>): Promise<Value>;
}

/** An empty journal. */
export function newJournal(): Journal {
  const performed: string[] = [];
  return {
    performed,
    async note(done, operation) {
      try {
        const value = await operation();
        performed.push(done);
        return value;
      } catch (error) {
        if (error instanceof AccessError) performed.push(`${done}: did not succeed`);
        throw error;
      }
    },
  };
}
