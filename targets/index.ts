export { findTargets, type TargetRequest } from './find-targets.ts';
export { type PasswordOf, type PasswordOptions, passwordSource } from './passwords/password-source.ts';
export { promptForPassword } from './passwords/prompt-for-password.ts';
export { TargetError, type TargetErrorCode } from './target-error.ts';
