export { findTargets } from './find-targets.ts';
export { passwordSource } from './passwords/password-source.ts';
export { promptForPassword } from './passwords/prompt-for-password.ts';
