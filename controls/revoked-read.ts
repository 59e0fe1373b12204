import { revokedPermission } from './revoked-permission.ts';

/** By it, getting and consuming are proven to need read permission. */
export const revokedRead = revokedPermission('read');
