import { expect, test } from 'vitest';
import { readFindings, startCli } from './cli.ts';
import { silentPort } from './deaf-port.ts';

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends a check at once, whoever does not answer, and what is known is reported',
  async (name, code) => {
    using deaf = await silentPort();
    const targets = [`amqp://127.0.0.1:${deaf.port}`, 'amqp://127.0.0.1:1'];
    const run = await startCli(['check', ...targets, '--no-password-guess'], { GUIDEPROOF_PASSWORD: 'x' });
    await run.sees('amqp://127.0.0.1:1: failing');
    const begun = performance.now();
    run.child.kill(name);
    expect((await run.ended).exitCode).toBe(code);
    expect(performance.now() - begun).toBeLessThan(5_000);
    const { findings } = await readFindings(run.out);
    expect(
      findings.find(({ target, outcome }) => target === targets[0] && outcome !== 'not-applicable'),
    ).toMatchObject({
      outcome: 'could-not-check',
      reason: 'the run was interrupted before its audit ended',
    });
    expect(findings.filter(({ outcome }) => outcome === 'fail')).toMatchObject([
      { target: targets[1], id: 'listener.amqp' },
    ]);
  },
);
