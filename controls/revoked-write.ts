import { revokedPermission } from './revoked-permission.ts';

/** By it, publishing is proven to need write permission. */
export const revokedWrite = revokedPermission('write');
