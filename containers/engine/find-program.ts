import { which } from 'zx';

/** PATH as it is, and then the folders for root's programs, which `su` and cron leave out of it. */
export function systemPath(environment: NodeJS.ProcessEnv = process.env): string {
  return [environment.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].filter(Boolean).join(':');
}

/** The absolute path of a program, or `undefined` when `path` does not lead to it. */
export async function findProgram(name: string, path: string = systemPath()): Promise<string | undefined> {
  return (await which(name, { nothrow: true, path })) ?? undefined;
}
