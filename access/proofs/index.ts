import { configure } from './configure.ts';
import { login } from './login.ts';
import type { Proof } from './proof.ts';
import { read } from './read.ts';
import { rpc } from './rpc.ts';
import { write } from './write.ts';

/** Every proof, in the order of the report. */
export const accessProofs: readonly Proof[] = [login, configure, write, read, rpc];
