import type { ControllerImage } from '../containers/images/controller-image.ts';

/** There is no controller to follow the guide on; `image` is what it would have been made of, where that was had. */
export class ControllerError extends Error {
  readonly code = 'NO_CONTROLLER';
  override readonly name = 'ControllerError';
  readonly image: ControllerImage | undefined;

  constructor(cause: unknown, image: ControllerImage | undefined) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.image = image;
  }
}
