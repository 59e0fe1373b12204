import {
  askedOfNode,
  type CheckCase,
  type CheckScene,
  rabbitmqctl,
  sh,
  unaskable,
  wire,
} from './check-case.ts';

const lines = (...texts: readonly string[]) => texts.map((text) => `'${text}'`).join(' ');
const configured = (...settings: readonly string[]) =>
  sh(
    `printf '%s\\n' ${lines(...settings)} >> /etc/rabbitmq/rabbitmq.conf; systemctl restart rabbitmq-server`,
  );
const certified = async (scene: CheckScene, ...settings: readonly string[]) => {
  const [certificate, key] = ['/etc/rabbitmq/cert.pem', '/etc/rabbitmq/key.pem'];
  const newOne = `openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=controller -out ${certificate} -keyout ${key}`;
  await sh(`${newOne} 2>&1; chown rabbitmq ${certificate} ${key}`)(scene);
  await configured(
    `ssl_options.certfile = ${certificate}`,
    `ssl_options.keyfile = ${key}`,
    ...settings,
  )(scene);
};
const cookie = '/var/lib/rabbitmq/.erlang.cookie';

const stopped = ['node.running', 'listener.amqp', ...askedOfNode, ...wire, 'limits.file-descriptors'];
const afterAlarm = ['access.write', 'access.read', 'access.rpc'];
const guideSeesOnlyItsEffect = { fails: ['access.write'], unchecked: ['access.read', 'access.rpc'] };

/** Controllers that are reached by `docker://`. */
export const checkCases: readonly CheckCase[] = [
  { name: 'healthy', fails: [], unchecked: [] },
  {
    name: 'package missing',
    breaks: sh('apt-get remove -qq -y rabbitmq-server'),
    fails: ['package.installed'],
    unchecked: ['service.active', 'service.enabled', ...stopped],
    says: 'rabbitmq-server was removed, and left its configuration behind',
  },
  {
    name: 'service stopped',
    breaks: sh('systemctl stop rabbitmq-server'),
    fails: ['service.active'],
    unchecked: stopped,
    says: 'rabbitmq-server.service is inactive (dead)',
  },
  {
    name: 'service stopped, port mapper too',
    breaks: sh('systemctl stop rabbitmq-server; systemctl stop epmd.socket epmd.service'),
    fails: ['service.active'],
    unchecked: stopped,
    says: 'rabbitmq-server.service is inactive (dead)',
  },
  {
    name: 'service disabled',
    breaks: sh('systemctl --quiet disable rabbitmq-server'),
    fails: ['service.enabled'],
    unchecked: [],
    says: 'rabbitmq-server.service is disabled',
  },
  {
    name: 'broker crashed',
    breaks: sh(
      'd=/run/systemd/system/rabbitmq-server.service.d; mkdir $d; printf "[Service]\\nRestart=no\\n" > $d/stay-down.conf; ' +
        'systemctl daemon-reload; pkill -KILL -x beam.smp; while systemctl -q is-active rabbitmq-server; do sleep 0.1; done',
    ),
    fails: ['service.active'],
    unchecked: stopped,
    says: 'rabbitmq-server.service is failed (failed)',
  },
  {
    name: 'broker hangs',
    breaks: sh('pkill -STOP -x beam.smp'),
    timeout: 12,
    fails: ['listener.amqp'],
    unchecked: [...unaskable, ...wire],
    says: 'the peer accepts connections and says nothing; on the machine itself: listening on ::',
  },
  {
    name: 'RabbitMQ stopped on its node',
    breaks: rabbitmqctl('stop_app'),
    fails: ['node.running'],
    unchecked: ['listener.amqp', ...askedOfNode, ...wire],
    says: "the Erlang node answers, but the 'rabbit' application is not running on it",
  },
  {
    name: 'guest reachable remotely',
    breaks: configured('loopback_users = none'),
    fails: [],
    unchecked: [],
    says: 'it may log in from other machines: /etc/rabbitmq/rabbitmq.conf says loopback_users = none',
  },
  {
    name: 'AMQP port closed',
    breaks: configured('listeners.tcp = none'),
    fails: ['listener.amqp'],
    unchecked: wire,
    says: 'nothing listens on port 5672; RabbitMQ listens on 25672',
  },
  {
    name: 'AMQP port moved',
    breaks: configured('listeners.tcp.default = 5673'),
    fails: ['listener.amqp'],
    unchecked: wire,
    says: 'nothing listens on port 5672; RabbitMQ listens on 5673, 25672',
  },
  {
    name: 'AMQP on loopback only',
    breaks: configured('listeners.tcp.local = 127.0.0.1:5672'),
    fails: ['listener.amqp'],
    unchecked: wire,
    says: 'listening only on loopback: 127.0.0.1',
  },
  {
    name: 'AMQP blackholed behind a proxy',
    breaks: ({ machine }) => machine.swallow(5672),
    timeout: 12,
    fails: ['listener.amqp'],
    unchecked: wire,
    says: 'the peer accepts connections and says nothing; on the machine itself: listening on ::',
  },
  {
    name: 'memory alarm raised',
    breaks: rabbitmqctl('set_vm_memory_high_watermark 0.000001'),
    fails: ['alarms.none'],
    unchecked: afterAlarm,
    guide: guideSeesOnlyItsEffect,
    says: 'memory on rabbit@controller: publishers are blocked',
  },
  {
    name: 'disk alarm raised',
    breaks: rabbitmqctl('set_disk_free_limit 100000GB'),
    fails: ['alarms.none'],
    unchecked: afterAlarm,
    guide: guideSeesOnlyItsEffect,
    says: 'disk on rabbit@controller: publishers are blocked',
  },
  {
    name: 'something else on the AMQP port',
    breaks: async (scene) => {
      await configured('listeners.tcp.default = 5673')(scene);
      await sh('systemd-run --quiet --unit=other python3 -m http.server 5672')(scene);
      await sh("until grep -q ':1628 00000000:0000 0A' /proc/net/tcp; do sleep 0.1; done")(scene);
    },
    timeout: 20,
    fails: ['listener.amqp'],
    unchecked: wire,
    says: 'the peer speaks HTTP and answered',
  },
  {
    name: 'TLS only, on a port of its own',
    breaks: (scene) => certified(scene, 'listeners.tcp = none', 'listeners.ssl.default = 5671'),
    fails: ['listener.amqp'],
    unchecked: wire,
    mended: ['tls.listener'],
    says: 'nothing listens on port 5672; RabbitMQ listens on 5671, 25672',
  },
  {
    name: 'TLS only, where plain AMQP was',
    breaks: (scene) => certified(scene, 'listeners.tcp = none', 'listeners.ssl.default = 5672'),
    fails: ['listener.amqp'],
    unchecked: wire,
    mended: ['tls.listener'],
    says: 'RabbitMQ 3.10.8 speaks AMQP 0-9-1, through TLS',
  },
  {
    name: 'no rabbitmqctl in the PATH',
    breaks: sh('mv /usr/sbin/rabbitmqctl /usr/sbin/rabbitmqctl.away'),
    fails: [],
    unchecked: unaskable,
    says: 'there is no rabbitmqctl in PATH',
  },
  {
    name: 'Erlang cookie replaced',
    breaks: sh(`chmod 600 ${cookie}; printf ANOTHERCOOKIEALTOGETHER > ${cookie}; chmod 400 ${cookie}`),
    fails: [],
    unchecked: unaskable,
    says: 'its Erlang cookie, or its host name, is another one',
  },
  {
    name: 'Erlang cookie open to all',
    breaks: sh(`chmod 644 ${cookie}`),
    fails: ['cookie.private'],
    unchecked: unaskable,
    says: 'has mode 644, and Erlang takes none that others can use',
  },
  {
    name: 'Erlang cookie missing',
    breaks: sh(`rm ${cookie}`),
    fails: [],
    unchecked: [...unaskable, 'cookie.private'],
    says: `there is no ${cookie}`,
  },
];
