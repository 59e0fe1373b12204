import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { $ } from 'zx';

/** A person's ssh: keys, known_hosts and configuration in a folder of its own, and `ssh` on the PATH goes by them. */
export interface SshClient extends AsyncDisposable {
  readonly folder: string;
  /** What this process makes of temporary files lands here. */
  readonly temporary: string;
  /** The key that servers are told to accept. */
  readonly publicKey: string;
  configure(...lines: readonly string[]): Promise<void>;
  know(...lines: readonly string[]): Promise<void>;
}

/** Sets it up, for this process. @throws Error when this host has no OpenSSH client. */
export async function sshClient(): Promise<SshClient> {
  const { stdout, exitCode } = await $({ quiet: true, nothrow: true })`command -v ssh ssh-keygen`;
  if (exitCode !== 0)
    throw new Error('expected ssh and ssh-keygen on the PATH: apt-get install openssh-client');
  const folder = await mkdtemp(join(tmpdir(), 'guideproof-ssh-'));
  const own = (name: string) => join(folder, name);
  for (const name of ['key', 'stranger']) {
    await $({ quiet: true })`ssh-keygen -q -t ed25519 -N ${''} -f ${own(name)}`;
  }
  await writeFile(own('ssh'), `#!/bin/sh\nexec ${stdout.split('\n')[0]} -F ${own('config')} "$@"\n`);
  await chmod(own('ssh'), 0o755);
  await mkdir(own('temporary'));
  const { PATH: path, TMPDIR: temporary } = process.env;
  Object.assign(process.env, { PATH: `${folder}:${path}`, TMPDIR: own('temporary') });
  return {
    folder,
    temporary: own('temporary'),
    publicKey: await readFile(own('key.pub'), 'utf8'),
    configure: (...lines) => writeFile(own('config'), `${lines.join('\n')}\n`),
    know: (...lines) => writeFile(own('known_hosts'), `${lines.join('\n')}\n`),
    [Symbol.asyncDispose]: async () => {
      process.env.PATH = path;
      if (temporary === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = temporary;
      await rm(folder, { recursive: true });
    },
  };
}
