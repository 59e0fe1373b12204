export type { AccessId, AccessProof, AccessResult, TransientQueues } from './access-result.ts';
export type { BrokerAddress } from './broker-address.ts';
export { accessProofs } from './proofs/index.ts';
export { proveAccess } from './prove-access.ts';
