import { expect, test } from 'vitest';
import { type ReadCommand, readCommands } from './read-commands.ts';
import { readTransport } from './read-transport.ts';
import type { Transport } from './transport.ts';

function fakeMachine() {
  const calls: { readonly argv: readonly string[]; readonly timeoutMs: number | undefined }[] = [];
  const transport: Transport = {
    name: 'fake://machine',
    run: async (argv, options) => {
      calls.push({ argv, timeoutMs: options?.timeoutMs });
      return { exitCode: 0, stdout: `answer ${calls.length}`, stderr: '', durationMs: 1 };
    },
    hostCommandLine: (argv) => argv,
  };
  return { controller: readTransport(transport), calls };
}

test('runs the same read once, also when it is asked at once, and keeps a list', async () => {
  const { controller, calls } = fakeMachine();
  const [first, second] = await Promise.all([
    controller.read(readCommands.osRelease()),
    controller.read(readCommands.osRelease()),
  ]);
  await controller.read(readCommands.unit('a.service'));
  expect(second).toBe(first);
  expect(calls.map(({ argv }) => argv)).toEqual(controller.performed);
  expect(controller.performed.map(([program]) => program)).toEqual(['cat', 'systemctl']);
  expect(calls[0]?.timeoutMs).toBe(15_000);
});

test('takes no command but a reviewed one', async () => {
  const { controller, calls } = fakeMachine();
  const argv = ['rabbitmqctl', 'stop'];
  const look = { program: 'rabbitmqctl', argv, timeoutMs: 1 };
  // @ts-expect-error: a plain array is no ReadCommand
  await expect(controller.read(argv)).rejects.toThrow(TypeError);
  // @ts-expect-error: nor is something that only looks like one
  await expect(controller.read(look)).rejects.toThrow('made by readCommands');
  await expect(controller.read(look as unknown as ReadCommand)).rejects.toThrow('made by readCommands');
  expect(calls).toEqual([]);
});

test('gives a copy of a reviewed command no more trust than any other', async () => {
  const { controller } = fakeMachine();
  const copy = { ...readCommands.osRelease(), argv: ['reboot'] };
  await expect(controller.read(copy)).rejects.toThrow(TypeError);
});
