import type { HostAnswer } from './run-here.ts';
import type { CommandResult } from './transport.ts';

/** What the engine's tool did. */
type EngineAnswer = Omit<HostAnswer, 'timedOut'>;

/** How a command in a container ended, or why nobody knows. */
export type ContainerEnd = CommandResult | { readonly unreachable: string };

/** What engines say themselves: Docker before 29, Docker since, Podman, and a shell that has no such tool. */
const engineWords =
  /^(?:Error response from daemon|Error: |Cannot connect to|failed to connect to|(?:Got )?permission denied while trying to connect|OCI runtime exec failed)|: line 1: .*: (?:command not found|No such file or directory|Permission denied)$/im;

/** Exit codes with which a vanishing container ends a command: the engine's own, and death by SIGKILL or SIGTERM. */
const suspicious = [125, 137, 143, 255];

/**
 * Tells a command's own end from the engine's trouble. `docker exec` and `podman exec` end with 125 to 127 or 1 for
 * trouble of their own, but so may the command: `isRunning` decides, and is asked only where the end is doubtful.
 */
export async function endOf(answer: EngineAnswer, isRunning: () => Promise<boolean>): Promise<ContainerEnd> {
  const { exitCode, stdout, stderr, durationMs } = answer;
  if (exitCode === null) return { unreachable: "the engine's tool was ended by a signal" };
  if (exitCode === 126 || exitCode === 127) {
    const refused = runtimeRefusal(stdout + stderr);
    if (refused) return { exitCode: refused.exitCode, stdout: '', stderr: refused.text, durationMs };
  }
  const said = stderr.trim() || stdout.trim();
  const doubtful = suspicious.includes(exitCode) || (exitCode !== 0 && engineWords.test(said));
  if (!doubtful || (await isRunning())) return { exitCode, stdout, stderr, durationMs };
  return { unreachable: engineWords.test(said) ? said : 'the container stopped while the command ran' };
}

/**
 * The runtime's words when it cannot start the program: Docker prints them on standard output or standard error,
 * and ends with 126 up to 20.10 where a shell would say 127.
 */
function runtimeRefusal(said: string): { readonly exitCode: 126 | 127; readonly text: string } | undefined {
  const text = said.trim();
  if (!/^(?:OCI runtime exec failed|Error: (?:crun|runc|OCI))/.test(text)) return undefined;
  if (/not found|no such file or directory/i.test(text)) return { exitCode: 127, text };
  return /permission denied|exec format error/i.test(text) ? { exitCode: 126, text } : undefined;
}
