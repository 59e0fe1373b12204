import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { $ } from 'zx';

const program = createRequire(import.meta.url).resolve('#package/dist/scripts/guideproof.js');

test('a reader who has had enough is no error', async () => {
  const run = $({ quiet: true, nothrow: true, shell: '/bin/bash' });
  const { exitCode, stderr } = await run`set -o pipefail; node ${program} plan | true`;
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});
