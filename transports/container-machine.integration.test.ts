import { expect, test } from 'vitest';
import { containerMachine } from './container-machine.ts';
import { deadlineIn } from './deadline.ts';
import { fakePrograms } from './fake-programs.fixture.ts';

const machine = (container: string, kind: 'docker' | 'podman' = 'docker') =>
  containerMachine({ kind, container }, deadlineIn(60_000));

const described = (status: string, running: boolean, mode = 'bridge', ip = '172.17.0.2') =>
  `echo '${JSON.stringify([
    {
      State: { Status: status, Running: running, Paused: status === 'paused' },
      HostConfig: { NetworkMode: mode },
      NetworkSettings: { Ports: {}, Networks: { bridge: { IPAddress: ip } } },
    },
  ])}'`;

const engine = `
log "$@"
for last; do :; done
[ "$1" = exec ] && { shift 5; exec "$@"; }
case $last in
  running) ${described('running', true)};;
  stopped) ${described('exited', false)};;
  paused) ${described('paused', true)};;
  sidecar) ${described('running', true, 'container:running', '')};;
  lonely) ${described('running', true, 'bridge', '')};;
  *) echo "Error: No such container: $last" >&2; exit 1;;
esac`;

test('is reached, at its own address, or at that of the container whose network it shares', async () => {
  using fakes = fakePrograms({ docker: engine });
  const running = machine('running');
  await running.reach();
  expect(await running.amqpAddress(5672)).toEqual({ hostname: '172.17.0.2', port: 5672 });
  expect(fakes.calls()).toEqual(['docker inspect --type container running']);
  expect(await machine('sidecar').amqpAddress(5672)).toEqual({ hostname: '172.17.0.2', port: 5672 });
});

test('small reads that are asked for at once share an exec', async () => {
  using fakes = fakePrograms({ podman: engine });
  const { run } = machine('running', 'podman');
  const quick = { timeoutMs: 5_000, called: 'echo' };
  const results = await Promise.all(['a', 'b'].map((word) => run(['echo', word], quick)));
  expect(results.map(({ stdout }) => stdout)).toEqual(['a\n', 'b\n']);
  expect(fakes.calls().filter((line) => line.startsWith('podman exec'))).toHaveLength(1);
});

test('nothing is run in it besides to tell a command’s end from the container’s', async () => {
  using fakes = fakePrograms({ docker: engine });
  const { run } = machine('running');
  const end = await run(['sh', '-c', 'exit 137'], { timeoutMs: 20_000, called: 'sh' });
  expect(end.exitCode).toBe(137);
  expect(fakes.calls().map((line) => line.split(' ', 2).join(' '))).toEqual([
    'docker exec',
    'docker inspect',
  ]);
});

test.each([
  ['none', 'docker://none: Error: No such container: none'],
  ['stopped', 'docker://stopped: the container does not run: docker says "exited"'],
  ['paused', 'docker://paused: the container does not run: docker says "paused"'],
])('cannot be reached: %s', async (name, message) => {
  using _ = fakePrograms({ docker: engine });
  await expect(machine(name).reach()).rejects.toMatchObject({ code: 'unreachable', message });
  await expect(machine(name).amqpAddress(1)).rejects.toMatchObject({ code: 'unreachable', message });
});

test('says so when no address leads to it', async () => {
  using _ = fakePrograms({ docker: engine });
  await expect(machine('lonely').amqpAddress(5672)).rejects.toThrow(
    'its port 5672 cannot be reached from here',
  );
});

test.each(['-it', '', 'a b', '--privileged', 'a;b', 'a/b'])('refuses the name %j', (name) => {
  expect(() => machine(name)).toThrow('expected the name or id of a container');
});
