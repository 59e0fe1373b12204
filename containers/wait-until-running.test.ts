import { expect, test } from 'vitest';
import { MachineError } from './machine-error.ts';
import { type Execute, waitUntilRunning } from './wait-until-running.ts';

const answering =
  (state: string, failed = ''): Execute =>
  async ([program]) => ({ exitCode: 0, output: program === 'systemctl' ? failed : `${state}\n` });

test('a machine that runs is ready', async () => {
  await expect(waitUntilRunning(answering('running'), 1_000)).resolves.toBeUndefined();
});

test('a degraded machine is refused by the name of what failed', async () => {
  const waiting = waitUntilRunning(answering('degraded', 'broken.service loaded failed failed'), 1_000);
  await expect(waiting).rejects.toThrow(MachineError);
  await expect(waiting).rejects.toThrow(/expected .* "running", got "degraded": broken\.service/);
});

test('a boot that does not end is given up', async () => {
  const never: Execute = () => new Promise(() => {});
  await expect(waitUntilRunning(never, 10)).rejects.toThrow(/within 0\.01 s/);
});
