import { expect, test } from 'vitest';
import { guideExpectations as expected } from '../expectations.ts';
import { captured, fakeController } from '../fake-controller.fixture.ts';
import { userNotAdministrator } from './user-not-administrator.ts';

const audit = (definitions: string, user = 'openstack') =>
  userNotAdministrator.audit(fakeController({ rabbitmqctl: { stdout: definitions } }), { ...expected, user });

test.each(['3.8.9', '3.10.8', '4.0.5'])('passes after the guide on RabbitMQ %s', async (version) => {
  expect(await audit(captured(`definitions-${version}.json`))).toMatchObject({
    outcome: 'pass',
    actual: 'openstack has no tags',
  });
});

test.each(['3.8.9', '3.10.8', '4.0.5'])('fails with an administrator on RabbitMQ %s', async (version) => {
  expect(await audit(captured(`definitions-${version}.json`), 'guest')).toMatchObject({
    outcome: 'fail',
    severity: 'warning',
    actual: 'guest has the tags administrator',
    fix: 'rabbitmqctl set_user_tags guest',
  });
});

test('keeps the other tags', async () => {
  const tagged = captured('definitions-3.8.9.json').replace('"administrator"', '"monitoring,administrator"');
  expect(await audit(tagged, 'guest')).toMatchObject({ fix: 'rabbitmqctl set_user_tags guest monitoring' });
  expect(await audit(tagged.replace(',administrator', ''), 'guest')).toMatchObject({ outcome: 'pass' });
});

test('could not check a user that does not exist', async () => {
  expect(await audit(captured('definitions-4.0.5.json'), 'nova')).toMatchObject({
    outcome: 'could-not-check',
    reason: 'because user.exists failed',
  });
});
