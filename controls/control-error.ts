/** A change that a control needed could not be made on the machine. */
export class ControlError extends Error {
  readonly code = 'CONTROL_NOT_MADE';
  override readonly name = 'ControlError';
}
