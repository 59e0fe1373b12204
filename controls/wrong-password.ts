import { defineControl } from './control.ts';
import { attemptLogin } from './login-attempt.ts';
import { judgeRefusedLogin } from './refused-login.ts';

/** Without it, “the account can log in” would prove nothing: a broker may let everybody in. */
export const wrongPassword = defineControl({
  id: 'control.wrong-password',
  title: 'A wrong password is refused',
  severity: 'error',
  promised: ['user'],
  needs: ['access.login'],
  gather: async (site) => {
    const address = { ...site.address(), password: 'guideproof-not-the-password' };
    return { known: true, value: await attemptLogin(address) };
  },
  judge: (login) =>
    judgeRefusedLogin(login, {
      code: 403,
      name: 'ACCESS_REFUSED',
      fix: 'See which auth_backends and auth_mechanisms the broker uses: rabbitmqctl environment',
    }),
});
