/** What a controller is held to. */
export interface Expectations {
  readonly package: string;
  readonly service: string;
  readonly user: string;
  readonly vhost: string;
  readonly configure: string;
  readonly write: string;
  readonly read: string;
  readonly amqpPort: number;
  /** Where Erlang's port mapper is to answer; only where the guide's remedy for `nodedown` was carried out. */
  readonly epmdAddress?: string;
}

/**
 * What the message-queue chapter sets up: its package, service, user and three patterns are typed in its commands.
 * The chapter leaves the virtual host and the port to RabbitMQ's defaults, `/` and 5672, and those are also what
 * OpenStack's services use when their `transport_url` names neither (oslo.messaging, “RabbitMQ driver”).
 */
export const guideExpectations: Expectations = {
  package: 'rabbitmq-server',
  service: 'rabbitmq-server.service',
  user: 'openstack',
  vhost: '/',
  configure: '.*',
  write: '.*',
  read: '.*',
  amqpPort: 5672,
};
