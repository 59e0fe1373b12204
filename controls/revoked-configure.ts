import { revokedPermission } from './revoked-permission.ts';

/** By it, declaring is proven to need configure permission. */
export const revokedConfigure = revokedPermission('configure');
