import type { TranscriptEntry } from '../model/transcript.ts';
import type { Transport } from '../transports/transport.ts';
import type { Ledger } from './ledger.ts';
import type { Redact } from './redact.ts';
import type { RootShell } from './root-shell.ts';

/** The machine that a procedure is carried out on, and what carrying it out needs besides. */
export interface Workplace {
  readonly target: string;
  /** Where the guide's commands are typed. */
  readonly shell: RootShell;
  /** How what the guide says in prose is done on the same machine. */
  readonly transport: Transport;
  /** The unit that “the service” means as long as no command of the guide has started one. */
  readonly service?: string;
  /** Makes the trouble that a remedy is for arise where it does not by itself, so that the remedy is tried. */
  readonly forceRemedy?: boolean;
  /** Puts values for the guide's replaceables. */
  readonly substitute: (text: string) => string;
  readonly redact: Redact;
  /** Holds for each command, typed or not. */
  readonly commandTimeoutMs: number;
  readonly ledger: Ledger;
  /** Gets each line that a command prints as it comes, without secrets and control codes. */
  onLine(line: string): void;
  /** Gets the record of each thing that was done, when it ended. */
  onTranscript(entry: TranscriptEntry): void;
}
