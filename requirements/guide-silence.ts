/** Why a requirement does not apply where the guide makes no such promise. */
export const [noPackage, noService, noUser, noPermissions] = [
  'the guide installs no package',
  'the guide starts no service',
  'the guide adds no user',
  'the guide grants no permissions',
] as const;
