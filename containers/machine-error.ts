/** A controller could not be started, or did not come up whole. */
export class MachineError extends Error {
  readonly code = 'MACHINE_NOT_RUNNING';
  override readonly name = 'MachineError';
}
