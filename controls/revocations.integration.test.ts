import { expect, test } from 'vitest';
import { answering, channelClose, listen, loginAnswers, objectAnswers } from '../access/amqp-peer.fixture.ts';
import { fakeSite } from './control-site.fixture.ts';
import { revocationsOf } from './revocations.ts';

const refuse = (channel: number) => channelClose(channel, 403, 'ACCESS_REFUSED - no');
const answers = {
  ...loginAnswers,
  ...objectAnswers,
  '60.40': refuse,
  '60.70': refuse,
};
const command = 'rabbitmqctl -q set_permissions -p / openstack';

async function siteAt(...[over = {}, answer]: Partial<Parameters<typeof fakeSite>>) {
  const peer = await listen(answering(answers));
  const address = { ...fakeSite({}).address(), port: peer.port };
  const site = fakeSite({ address: () => address, ...over }, answer);
  return { site, [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose]() };
}

test('each permission goes in turn, and all come back, however often it is asked', async () => {
  await using at = await siteAt();
  const [revocations] = await Promise.all([revocationsOf(at.site), revocationsOf(at.site)]);
  expect(revocations).toMatchObject({ known: true, value: { write: { known: true } } });
  expect(at.site.commands).toEqual([
    `${command}  .* .*`,
    `${command} .*  .*`,
    `${command} .* .* `,
    `${command} .* .* .*`,
  ]);
});

test('a permission that cannot be taken away is not known, and all come back', async () => {
  const first = (argv: readonly string[]) => (argv[6] === '' ? { exitCode: 70, stderr: 'Error: no' } : {});
  await using at = await siteAt({}, first);
  expect(await revocationsOf(at.site)).toMatchObject({
    value: {
      configure: { known: false, reason: expect.stringContaining('got exit code 70: Error: no') },
      read: { known: true },
    },
  });
  expect(at.site.commands.at(-1)).toBe(`${command} .* .* .*`);
});

test('permissions that the broker does not take back make everything unknown', async () => {
  const last = (argv: readonly string[]) =>
    argv.at(-1) === '.*' && argv.at(-2) === '.*' && argv.at(-3) === '.*'
      ? { exitCode: 70, stderr: 'Error: no' }
      : {};
  await using at = await siteAt({}, last);
  expect(await revocationsOf(at.site)).toMatchObject({
    known: false,
    reason: expect.stringContaining('got exit code 70: Error: no'),
  });
});

test('without a broker no permission is touched', async () => {
  const site = fakeSite({});
  expect(await revocationsOf(site)).toMatchObject({ known: false });
  expect(site.commands).toEqual([]);
});
