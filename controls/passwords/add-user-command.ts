import { claimsOf } from '../../guide/claims.ts';
import { substitute } from '../../guide/replaceables.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { SourceLocation } from '../../model/source-location.ts';

/** The guide's own command that adds a user, with room for another name and a password. */
export interface AddUserCommand {
  readonly where: SourceLocation;
  /** The name of the guide's user. */
  readonly user: string;
  /** The line to type; nothing in it is quoted that the guide does not quote. */
  typed(user: string, password: string): string;
}

/** Finds the command in a procedure; `undefined` where there is none that leaves the password to its reader. */
export function addUserCommand(procedure: Procedure): AddUserCommand | undefined {
  const { user, password } = claimsOf(procedure);
  if (!user || !password) return undefined;
  const { where } = user;
  const command = procedure.steps
    .flatMap(({ actions }) => actions)
    .find((action) => action.kind === 'command' && isAt(action.where, where));
  if (command?.kind !== 'command') return undefined;
  const typed = (name: string, secret: string): string => {
    const named = command.command.replace(/(?<=\badd_user\s+)\S+/, () => name);
    return substitute(named, { [password.value]: secret });
  };
  const leavesPassword = typed('user', 'one') !== typed('user', 'other');
  return leavesPassword ? { where, user: user.value, typed } : undefined;
}

function isAt(one: SourceLocation, other: SourceLocation): boolean {
  return one.file === other.file && one.line === other.line;
}
