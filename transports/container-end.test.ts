import { expect, test } from 'vitest';
import { endOf } from './container-end.ts';

const answer = (exitCode: number | null, stderr = '', stdout = '') => ({
  exitCode,
  stdout,
  stderr,
  durationMs: 1,
});
const running = async () => true;
const gone = async () => false;
const notAsked = () => Promise.reject(new Error('the engine was asked without need'));

test.each([
  ['Docker, no container', 1, 'Error response from daemon: No such container: x'],
  ['Docker 20.10, no container', 1, 'Error: No such container: x'],
  ['Docker, stopped', 1, 'Error response from daemon: Container 79e3 is not running'],
  [
    'Docker, paused',
    1,
    'Error response from daemon: Container x is paused, unpause the container before exec',
  ],
  ['Docker, no engine', 1, 'Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?'],
  [
    'Docker 29, no engine',
    1,
    'failed to connect to the docker API at unix:///x; check if the path is correct',
  ],
  ['Podman, no container', 125, 'Error: no container with name or ID "x" found: no such container'],
  [
    'Podman, stopped',
    255,
    'Error: can only create exec sessions on running containers: container state improper',
  ],
  [
    'Docker, stopped just now',
    126,
    'OCI runtime exec failed: exec failed: cannot exec in a stopped container',
  ],
  ['no such tool', 127, 'bash: line 1: docker: command not found'],
])('unreachable: %s', async (_, exitCode, stderr) => {
  expect(await endOf(answer(exitCode, stderr), gone)).toEqual({ unreachable: stderr });
});

test('unreachable when the container died under the command', async () => {
  expect(await endOf(answer(137, 'half a line', 'half an answer'), gone)).toEqual({
    unreachable: 'the container stopped while the command ran',
  });
  expect(await endOf(answer(null), running)).toHaveProperty('unreachable');
});

test.each([
  ['a kill inside', 137, ''],
  [
    'rabbitmqctl that complains as an engine would',
    69,
    "Error: unable to perform an operation on node 'rabbit@x'",
  ],
  ['a shell that finds no program', 127, 'sh: 1: foo: command not found'],
  ['an exit code that engines use', 125, ''],
])('a command’s own end, since the container runs: %s', async (_, exitCode, stderr) => {
  expect(await endOf(answer(exitCode, stderr), running)).toEqual(answer(exitCode, stderr));
});

test.each([
  [0, 'Error: only a warning'],
  [1, 'dpkg-query: no packages found matching x'],
  [126, 'sh: 1: x: Permission denied'],
  [127, "env: 'rabbitmqctl': No such file or directory"],
])('asks the engine nothing more where the end is plain (%i)', async (exitCode, stderr) => {
  expect(await endOf(answer(exitCode, stderr), notAsked)).toEqual(answer(exitCode, stderr));
});

test.each([
  [
    126,
    'OCI runtime exec failed: exec failed: unable to start container process: exec: "x": executable file not found in $PATH: unknown',
    127,
  ],
  [127, 'OCI runtime exec failed: exec failed: exec: "/x": stat /x: no such file or directory: unknown', 127],
  [
    127,
    'Error: crun: executable file `x` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found',
    127,
  ],
  [
    126,
    'OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc/passwd": permission denied: unknown',
    126,
  ],
])('the runtime’s refusal becomes what a shell would say (%i, %s)', async (exitCode, said, expected) => {
  const refused = { ...answer(expected, said), stdout: '' };
  expect(await endOf(answer(exitCode, said), notAsked)).toEqual(refused);
  expect(await endOf(answer(exitCode, '', said), notAsked)).toEqual(refused);
});
