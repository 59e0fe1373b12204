/** The folder given to `--resume` holds no run that this one could go on with; nothing was run. */
export class AuditStoreError extends Error {
  override readonly name = 'AuditStoreError';
  readonly code = 'usage';
}
