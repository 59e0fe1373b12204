import { configure } from './configure.ts';
import { login } from './login.ts';
import type { Proof } from './proof.ts';
import { readProof } from './read.ts';
import { rpc } from './rpc.ts';
import { writeProof } from './write.ts';

/** Every proof, in the order of the report. */
export const accessProofs: readonly Proof[] = [login, configure, writeProof, readProof, rpc];
