/** What a controller is held to; what is left out is not asked of it. */
export interface Expectations {
  readonly package?: string;
  /** The unit that runs the broker, such as `rabbitmq-server.service`. */
  readonly service?: string;
  /** Whom OpenStack's services log in as. */
  readonly user?: string;
  readonly permissions?: PermissionPatterns;
  readonly vhost: string;
  readonly amqpPort: number;
  /** Where Erlang's port mapper is to answer; only where the guide's remedy for `nodedown` was carried out. */
  readonly epmdAddress?: string;
}

/** The three patterns of `rabbitmqctl set_permissions`. */
export interface PermissionPatterns {
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

/**
 * The virtual host and the port are RabbitMQ's defaults, and also what OpenStack's services use when their
 * `transport_url` names neither (oslo.messaging, “RabbitMQ driver”).
 */
const rabbitmqDefaults = { vhost: '/', amqpPort: 5672 } as const;

/** Expectations that leave nothing out but what only a remedy asks for. */
export type GuideExpectations = Expectations & Required<Omit<Expectations, 'epmdAddress'>>;

/** What OpenStack needs and the bundled chapter sets up: its package, service, user and patterns are typed in its commands. */
export const guideExpectations: GuideExpectations = {
  ...rabbitmqDefaults,
  package: 'rabbitmq-server',
  service: 'rabbitmq-server.service',
  user: 'openstack',
  permissions: { configure: '.*', write: '.*', read: '.*' },
};

/** What a guide says that a controller has; each value comes with the place where it is said, which is not looked at. */
export interface SaidByGuide {
  readonly package?: Said;
  readonly service?: Said;
  readonly user?: Said;
  readonly vhost?: Said;
  readonly permissions?: Said<PermissionPatterns>;
}

interface Said<Value = string> {
  readonly value: Value;
}

/**
 * Holds a controller to a guide's own words. A guide that installs a package and starts nothing counts on the package to
 * do so, as Debian's does, and RabbitMQ's packages call their service as themselves.
 */
export function expectationsFrom(said: SaidByGuide): Expectations {
  const service = said.service?.value ?? said.package?.value;
  return {
    ...rabbitmqDefaults,
    ...(said.package && { package: said.package.value }),
    ...(service && { service: unitOf(service) }),
    ...(said.user && { user: said.user.value }),
    ...(said.vhost && { vhost: said.vhost.value }),
    ...(said.permissions && { permissions: said.permissions.value }),
  };
}

/** A name without a suffix is a service's (systemctl(1), “Parameter Syntax”). */
function unitOf(service: string): string {
  return /\.[a-z]+$/.test(service) ? service : `${service}.service`;
}
