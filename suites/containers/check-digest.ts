import { type CheckedMachine, startedAt } from './check-site.ts';

/** All that is compared of a controller, one entry a thing: name and state. */
export type Digest = ReadonlyMap<string, string>;

/**
 * What a running broker changes by itself whenever any client logs in and declares something: counters in memory of who is
 * logged in, and the log of its database, which it folds into that every three minutes. What the database holds is compared
 * table by table all the same.
 */
export const runtimeState = [
  /^(?:file|sha256) \/var\/lib\/rabbitmq\/mnesia\/rabbit@\w+(?:\/(?:LATEST|DECISION_TAB)\.LOG|\/rabbit_\w+\.DC[DL])?$/,
  /^table tracked_(?:connection|channel)_\w+_on_node_rabbit@\w+$/,
];

/**
 * Looks by itself, with nothing of the product: as the broker's user, whose log-in session would be a change of its own,
 * with a copy of the cookie, and without starting a port mapper.
 */
const asking =
  "HOME=/opt/asker ERL_ZFLAGS='-start_epmd false' timeout 120 setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups " +
  '/usr/lib/rabbitmq/bin/rabbitmqctl --quiet';

/**
 * A broker with an alarm hears only by its heartbeat, within half a minute, that a client which it has blocked is gone; and any
 * broker strikes a client's channels off its list a moment after the client itself.
 */
const untilNobodyIsConnected = [
  'Listed = fun(T) -> lists:any(fun(P) -> lists:prefix(P, atom_to_list(T)) end, ["tracked_connection_on_node_", "tracked_channel_on_node_"]) end',
  'Tracked = [T || T <- Here, Listed(T)]',
  'Gone = fun() -> rabbit_networking:connections() =:= [] andalso lists:all(fun(T) -> ets:info(T, size) =:= 0 end, Tracked) end',
  'F = fun F(0) -> ok; F(N) -> case Gone() of true -> ok; false -> timer:sleep(250), F(N - 1) end end',
  'F(240)',
].join(', ');

/**
 * Every table of the broker's database: users with their hashes, permissions, queues, exchanges, bindings, policies. What
 * another node of its cluster keeps for itself is not here.
 */
const broker = [
  'Here = [T || T <- lists:sort(mnesia:system_info(tables)), ets:info(T, size) =/= undefined]',
  untilNobodyIsConnected,
  'io:format("connections ~0p~n", [rabbit_networking:connections()])',
  'io:format("queues ~0p~n", [[rabbit_amqqueue:info(Q, [name, messages, consumers, durable]) || Q <- rabbit_amqqueue:list()]])',
  '[io:format("table ~s ~0p~n", [T, lists:sort(ets:tab2list(T))]) || T <- Here]',
  'ok.',
].join(', ');

/** What rabbitmqctl ends with then: there is no database to look at. */
const applicationStopped = 69;

/**
 * First waits until nobody is logged in any more, by ssh say, and until a rabbitmqctl has ended that took longer than a check
 * had time for. A broker runs programs of its own: df every ten seconds, and once a minute an Erlang VM that makes sure of the
 * port mapper (rabbit_epmd_monitor). Those count as processes only if they stay.
 */
const script = `
processes() { ps -eo sid=,user=,args= | awk -v mine=$mine '$1 != mine { $1 = "process"; print }'; }
timeout 60 sh -c "while systemctl list-units --plain --no-legend 'session-*.scope' 'user@*.service' | grep -q .; do sleep 0.2; done"
timeout 60 sh -c 'while pgrep -f "[r]abbitmqctl --quiet --timeout 30" > /dev/null; do sleep 0.2; done'
mine=$(ps -o sid= $$ | tr -d ' ')
find /etc /opt /root /home /var/lib/rabbitmq -printf 'file %p %y %m %u:%g %s %l %T@\\n'
find / -xdev -cnewer ${startedAt} ! -path '/var/log/*' ! -path /run -printf 'file %p %y %m %u:%g %s %l %T@ %C@\\n'
find /tmp /dev/shm -printf 'file %p %y %m %u:%g %s %l %T@\\n'
find /etc /opt /root /home /var/lib/rabbitmq -type f -print0 | xargs -0 sha256sum | awk '{ print "sha256", $2, $1 }'
systemctl list-units --all --plain --no-legend --full | sed 's/^/unit /'
systemctl list-unit-files --plain --no-legend --full | sed 's/^/unit-file /'
dpkg-query --show --showformat 'package \${Package} \${Status} \${Version}\\n'
for try in $(seq 100); do
  now=$(processes)
  case "$now" in
    *epmd-starter*) ;;
    "$before") break ;;
  esac
  before=$now
  sleep 0.2
done
echo "$now"
case "$(ps -C beam.smp -o stat=)" in
  '') ;;
  T*) echo 'broker stopped by a signal, answers nobody' ;;
  *) ${asking} eval '${broker}' || { [ $? = ${applicationStopped} ]; echo 'broker application stopped'; } ;;
esac`;

/** Takes the digest of a controller. */
export async function digestOf(machine: CheckedMachine): Promise<Digest> {
  const printed = await machine.run(script);
  const digest = new Map<string, string>();
  for (const line of printed.split('\n').filter((one) => one !== '')) {
    const [kind = '', name = '', ...state] = line.split(/ +/);
    const key = kind === 'process' ? line : `${kind} ${name}`;
    digest.set(key, [digest.get(key), state.join(' ')].filter((text) => text !== undefined).join('; '));
  }
  return digest;
}

/** What appeared, changed or went, by name, with its state before and after. */
export function changes(before: Digest, after: Digest): ReadonlyMap<string, string> {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changed = keys.flatMap((key): [string, string][] => {
    const [was, is] = [before.get(key) ?? 'nothing', after.get(key) ?? 'nothing'];
    return was === is ? [] : [[key, `${was} -> ${is}`]];
  });
  return new Map(changed);
}
