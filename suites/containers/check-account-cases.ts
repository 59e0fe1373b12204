import { access, type CheckCase, rabbitmqctl, wire } from './check-case.ts';

/** Controllers on which something is wrong with the account of OpenStack's services. */
export const accountCases: readonly CheckCase[] = [
  {
    name: 'user missing',
    breaks: rabbitmqctl('delete_user openstack'),
    fails: ['user.exists'],
    unchecked: ['permissions.full', 'user.not-administrator', ...wire],
    says: 'only guest',
  },
  {
    name: 'wrong password given',
    password: 'not-the-password',
    fails: ['access.login'],
    unchecked: access.slice(1),
    says: '403 ACCESS_REFUSED',
  },
  {
    name: 'configure narrowed',
    breaks: rabbitmqctl('set_permissions openstack "" ".*" ".*"'),
    fails: ['permissions.full'],
    unchecked: access.slice(1),
    says: 'configure is "", which matches no name',
  },
  {
    name: 'write narrowed',
    breaks: rabbitmqctl('set_permissions openstack ".*" "" ".*"'),
    fails: ['permissions.full'],
    unchecked: ['access.write', 'access.read', 'access.rpc'],
    says: 'write is "", which matches no name',
  },
  {
    name: 'read narrowed',
    breaks: rabbitmqctl('set_permissions openstack ".*" ".*" "^nova$"'),
    fails: ['permissions.full'],
    unchecked: ['access.read', 'access.rpc'],
    says: 'read is "^nova$", which misses',
  },
  {
    name: 'permissions on another vhost only',
    breaks: rabbitmqctl(
      'add_vhost other',
      'set_permissions -p other openstack ".*" ".*" ".*"',
      'clear_permissions openstack',
    ),
    fails: ['permissions.full'],
    unchecked: access,
    says: 'openstack has no permissions on vhost /, only on other',
  },
  {
    name: 'no permissions and a wrong password',
    breaks: rabbitmqctl('clear_permissions openstack'),
    password: 'not-the-password',
    fails: ['permissions.full', 'access.login'],
    unchecked: access.slice(1),
    says: '403 ACCESS_REFUSED',
  },
  {
    name: 'placeholder password in place',
    breaks: rabbitmqctl('change_password openstack RABBIT_PASS'),
    password: 'RABBIT_PASS',
    fails: ['password.replaced'],
    unchecked: [],
    says: 'openstack logged in with it',
  },
];
