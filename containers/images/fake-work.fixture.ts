import type { HostCommandOptions, HostCommandResult } from './host-command.ts';
import type { ImageWork } from './image-work.ts';

type Answer = Partial<HostCommandResult> | undefined;

/** Work whose programs are played by a function; `commands` collects what was run, `progress` what was said. */
export function fakeWork(
  play: (command: string, options: HostCommandOptions) => Answer | Promise<Answer>,
  signal?: AbortSignal,
) {
  const commands: string[] = [];
  const progress: string[] = [];
  const work: ImageWork = {
    engine: { kind: 'docker', cli: 'docker', environment: {} },
    signal,
    onProgress: (line) => progress.push(line),
    head: async () => 200,
    run: async (argv, options = {}) => {
      const command = argv.join(' ');
      commands.push(command);
      return { exitCode: 0, stdout: '', stderr: '', ...(await play(command, options)) };
    },
  };
  return { work, commands, progress };
}

/** What `docker image inspect` prints of an image. */
export function inspection(details: {
  readonly repoDigest?: string;
  readonly labels?: Record<string, string>;
}) {
  const { repoDigest, labels = {} } = details;
  const image = {
    Id: 'sha256:1d',
    Created: '2026-11-22T13:00:00Z',
    Size: 120_000_000,
    RepoDigests: repoDigest ? [repoDigest] : [],
    Config: { Labels: labels },
  };
  return { stdout: JSON.stringify([image]) };
}

/** What an engine answers about something that it does not have. */
export const noSuchImage = { exitCode: 1, stdout: '[]', stderr: 'Error: No such image' };
