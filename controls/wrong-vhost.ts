import { uniqueName } from '../access/broker-object.ts';
import { defineControl } from './control.ts';
import { attemptLogin } from './login-attempt.ts';
import { judgeRefusedLogin } from './refused-login.ts';

/** Without it, nobody would know that the vhost which was logged in to is the one that was asked for. */
export const wrongVhost = defineControl({
  id: 'control.wrong-vhost',
  title: 'A vhost that does not exist is refused',
  severity: 'error',
  promised: ['permissions'],
  needs: ['access.login'],
  gather: async (site) => {
    return { known: true, value: await attemptLogin({ ...site.address(), vhost: uniqueName() }) };
  },
  judge: (login) =>
    judgeRefusedLogin(login, {
      code: 530,
      name: 'NOT_ALLOWED',
      fix: 'See which vhosts there are: rabbitmqctl list_vhosts',
    }),
});
