export { accessProofs } from './proofs/index.ts';
export { proveAccess } from './prove-access.ts';
