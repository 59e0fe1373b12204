import type { CheckedMachine } from './check-site.ts';
import type { SshClient } from './ssh-client.ts';

/** Where a case takes place. */
export interface CheckScene {
  readonly machine: CheckedMachine;
  readonly client: SshClient;
  /** Starts another controller, which is gone with the first. */
  readonly start: (hostname: string) => Promise<CheckedMachine>;
}

/** A controller that is broken in one way, and what a check of it with `--profile hardening` has to come to. */
export interface CheckCase {
  readonly name: string;
  readonly breaks?: (scene: CheckScene) => Promise<unknown>;
  /** The TARGET; by `docker://` without it. */
  readonly target?: (scene: Omit<CheckScene, 'start'>) => string | Promise<string>;
  /** Beyond what fails on every controller that only follows the guide. */
  readonly fails: readonly string[];
  readonly unchecked: readonly string[];
  /** What otherwise fails on every such controller, and not on this one. */
  readonly mended?: readonly string[];
  /** Where `--profile guide` comes to something else than the guide's part of the same. */
  readonly guide?: Pick<CheckCase, 'fails' | 'unchecked'>;
  /** What it has to tell whoever reads it at night. */
  readonly says?: string | RegExp;
  /** Given instead of the password that the guide's reader chose. */
  readonly password?: string;
  /** For `--timeout`, in seconds, where somebody will not answer. */
  readonly timeout?: number;
}

/** Runs a script on the machine. */
export const sh =
  (script: string) =>
  ({ machine }: Pick<CheckScene, 'machine'>) =>
    machine.run(script);

/** Runs rabbitmqctl once for each text of arguments, as the broker's user, since `su` opens a log-in session. */
export const rabbitmqctl = (...commands: readonly string[]) =>
  sh(
    commands
      .map(
        (args) =>
          `HOME=/var/lib/rabbitmq setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups rabbitmqctl --quiet ${args}`,
      )
      .join(' && '),
  );

export const access = ['access.login', 'access.configure', 'access.write', 'access.read', 'access.rpc'];
export const wire = [...access, 'password.replaced'];
const definitions = ['user.exists', 'permissions.full', 'guest.absent', 'user.not-administrator'];
export const askedOfNode = [...definitions, 'alarms.none', 'tls.listener', 'queues.transient-allowed'];
export const unaskable = ['node.running', ...askedOfNode];

/** Of a controller at which nobody could look. */
export const everything = [
  ...['controller.reachable', 'package.installed', 'service.active', 'service.enabled', 'listener.amqp'],
  ...['limits.file-descriptors', 'cookie.private'],
  ...unaskable,
  ...wire,
];
