import type { ControlSite } from '../controls/control-site.ts';
import { guideExpectations } from '../requirements/expectations.ts';
import { readTransport } from '../transports/read-transport.ts';
import { accountPermissions } from './account-permissions.ts';
import type { Controller } from './open-controller.ts';
import { brokerAddress, type ControllerProof, proveController } from './prove-controller.ts';

/** A controller as controls see it, once it has been proven. */
export function controlSite(controller: Controller, password: string, before: ControllerProof): ControlSite {
  const { transport, machine } = controller;
  const { user: username, vhost, service } = guideExpectations;
  return {
    account: { username, vhost },
    service,
    transport,
    before,
    address: () => brokerAddress(controller, password),
    readPermissions: () => accountPermissions(readTransport(transport)),
    restart: () => machine.restart(),
    prove: () => proveController(controller, password),
  };
}
