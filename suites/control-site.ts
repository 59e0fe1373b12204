import { ControlError } from '../controls/control-error.ts';
import type { ControlSite } from '../controls/control-site.ts';
import type { GuideExpectations } from '../requirements/expectations.ts';
import type { Controller } from './open-controller.ts';
import { brokerAddress, type ControllerProof, proveController } from './prove-controller.ts';

/** A controller as controls see it, once it has been proven to meet `expectations`. */
export function controlSite(
  controller: Controller,
  password: string,
  expectations: GuideExpectations,
  before: ControllerProof,
): ControlSite {
  const { transport } = controller;
  const { user: username, vhost, service } = expectations;
  return {
    account: { username, vhost },
    service,
    transport,
    before,
    address: () => brokerAddress(controller, password),
    restart: () => restart(controller, expectations),
    prove: () => proveController(controller, password, expectations),
  };
}

/** A real controller keeps its address; where something was bound to it, a container that lost it proves nothing. */
async function restart({ machine, shell }: Controller, { epmdAddress }: GuideExpectations): Promise<void> {
  // An interactive shell ignores the shutdown's SIGTERM, and systemd would wait 10 s for it.
  void shell[Symbol.asyncDispose]();
  const rebooted = machine.restart();
  // Also a machine that did not come up whole may have lost its address, and that may be why.
  await rebooted.catch(() => undefined);
  if (epmdAddress === undefined || epmdAddress === machine.address) return rebooted;
  throw new ControlError(
    `expected the machine to keep the address ${epmdAddress} over a reboot, got ${machine.address} from the engine`,
  );
}
