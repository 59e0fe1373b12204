export { judgeListener } from './listener/judge-listener.ts';
export { sightListener } from './listener/sight-listener.ts';
export { accessProofs } from './proofs/index.ts';
export { proveAccess, proveAccessWithoutTrace } from './prove-access.ts';
export { placeholderCheck, tryPlaceholder } from './try-placeholder.ts';
