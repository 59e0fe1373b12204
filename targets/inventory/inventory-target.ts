import type { MachineTarget, MachineWay } from '../../model/check-target.ts';
import { badInventory } from '../target-error.ts';
import { quoted } from '../words/mask.ts';
import { isContainer, isHostname, isLogin, portOf } from '../words/names.ts';
import type { HostVariables } from './host-variables.ts';
import type { InventoryValue } from './inventory.ts';

/** A host of an inventory, with where the inventory names it. */
export interface ListedHost {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly variables: HostVariables;
}

type Way = (host: ListedHost) => MachineWay;

/** Ansible's connections that have a way of ours, short and with their collection. */
const ways: ReadonlyMap<string, Way> = new Map([
  ['ssh', sshWay],
  ['smart', sshWay],
  ['ansible.builtin.ssh', sshWay],
  ['local', (): MachineWay => ({ kind: 'local' })],
  ['ansible.builtin.local', (): MachineWay => ({ kind: 'local' })],
  ['docker', (host: ListedHost) => containerWay(host, 'docker')],
  ['community.docker.docker', (host: ListedHost) => containerWay(host, 'docker')],
  ['podman', (host: ListedHost) => containerWay(host, 'podman')],
  ['containers.podman.podman', (host: ListedHost) => containerWay(host, 'podman')],
]);

/**
 * The target that a host of an inventory is; its id is the inventory's own name for it.
 * @throws TargetError for a connection that is not supported and for values that cannot be what they should.
 */
export function inventoryTarget(host: ListedHost): MachineTarget {
  const connection = pick(host, ['ansible_connection'], 'a connection', (text) => text);
  const way = ways.get(connection ?? 'ssh');
  if (!way) {
    const line = host.variables.get('ansible_connection')?.line ?? host.line;
    const known = 'ansible_connection to be ssh, local, docker or podman';
    throw badInventory(
      `${host.file}:${line}`,
      `${known} for host ${quoted(host.name)}`,
      quoted(connection ?? ''),
    );
  }
  return { kind: 'machine', id: host.name, way: way(host) };
}

function sshWay(host: ListedHost): MachineWay {
  const address = pick(host, ['ansible_ssh_host', 'ansible_host'], 'a host’s name or address', hostname);
  const user = pick(host, ['ansible_ssh_user', 'ansible_user'], 'the name of a login', login);
  const port = pick(host, ['ansible_ssh_port', 'ansible_port'], 'a port from 1 to 65535', portOf);
  return {
    kind: 'ssh',
    host: address ?? ownName(host, hostname, 'a host’s name or address, or an ansible_host'),
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
  };
}

function containerWay(host: ListedHost, kind: 'docker' | 'podman'): MachineWay {
  const names = kind === 'docker' ? ['ansible_docker_host', 'ansible_host'] : ['ansible_host'];
  const said = pick(host, names, 'a container’s name or id', container);
  return {
    kind,
    container: said ?? ownName(host, container, 'a container’s name or id, or an ansible_host'),
  };
}

/** The first of some variables that is set, read by `read`, which gives `undefined` for what it should not be. */
function pick<Value>(
  host: ListedHost,
  names: readonly string[],
  expected: string,
  read: (text: string) => Value | undefined,
): Value | undefined {
  const name = names.find((each) => host.variables.has(each));
  const said = name === undefined ? undefined : host.variables.get(name);
  if (!said) return undefined;
  const value = said.text === undefined || said.text.includes('{{') ? undefined : read(said.text);
  if (value === undefined)
    throw badInventory(
      `${host.file}:${said.line}`,
      `${name} of ${quoted(host.name)} to be ${expected}`,
      got(said),
    );
  return value;
}

function got({ text }: InventoryValue): string {
  if (text === undefined) return 'what is no plain text';
  return text.includes('{{') ? 'a template, which only Ansible can fill in' : quoted(text);
}

function ownName(host: ListedHost, read: (text: string) => string | undefined, expected: string): string {
  const name = read(host.name);
  if (name === undefined) throw badInventory(`${host.file}:${host.line}`, expected, quoted(host.name));
  return name;
}

const hostname = (text: string): string | undefined => (isHostname(text) ? text : undefined);
const login = (text: string): string | undefined => (isLogin(text) ? text : undefined);
const container = (text: string): string | undefined => (isContainer(text) ? text : undefined);
