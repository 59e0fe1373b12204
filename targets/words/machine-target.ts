import type { MachineTarget } from '../../model/check-target.ts';
import { misnamed } from '../target-error.ts';
import { inUrl, readEndpoint } from './endpoint.ts';
import { isContainer, isLogin } from './names.ts';
import type { UrlParts } from './url-parts.ts';

/**
 * Reads `ssh://[user@]host[:port]`.
 * @throws TargetError
 */
export function sshTarget(url: UrlParts, where: string): readonly [MachineTarget] {
  const { hostname, port, username, password } = readEndpoint(bare(url, where), where);
  if (password !== undefined)
    throw misnamed(where, 'no password: ssh logs in with keys, and asks no questions', 'one');
  if (username !== undefined && !isLogin(username))
    throw misnamed(where, 'the name of a login before “@”', 'something else');
  const user = username === undefined ? {} : { user: username };
  const id = `ssh://${username === undefined ? '' : `${username}@`}${inUrl(hostname)}${port ? `:${port}` : ''}`;
  return [{ kind: 'machine', id, way: { kind: 'ssh', host: hostname, ...user, ...(port ? { port } : {}) } }];
}

/**
 * Reads `docker://NAME` and `podman://NAME`.
 * @throws TargetError
 */
export function containerTarget(url: UrlParts, where: string): readonly [MachineTarget] {
  const container = bare(url, where);
  if (!isContainer(container)) throw misnamed(where, 'a container’s name or id', 'something else');
  const kind = url.scheme === 'podman' ? 'podman' : 'docker';
  return [{ kind: 'machine', id: `${kind}://${container}`, way: { kind, container } }];
}

function bare({ authority, path, query }: UrlParts, where: string): string {
  if ((path ?? '/') !== '/' || query !== undefined)
    throw misnamed(where, 'nothing behind the host', 'a path or a query');
  return authority;
}
