import type { AccessEvidence, Manner, ObjectsEvidence, ObjectsUse } from '../access-evidence.ts';
import type { Refusal } from '../amqp-refusal.ts';
import type { Attempt, Timed } from '../attempt.ts';
import type { RpcEvidence, RpcRun } from './rpc-run.ts';
import type { RpcTraffic } from './rpc-traffic.ts';

const done: Attempt = { ok: true, value: undefined };

/** Something that took one millisecond. */
export function after<Value>(value: Value): Timed<Value> {
  return { value, durationMs: 1 };
}

/** A refusal for want of a permission, or of the kind that is told. */
export function refusal(over: Partial<Refusal> = {}): Refusal {
  const missingPermission = { kind: 'refused', code: 403, text: 'ACCESS_REFUSED - no' } as const;
  return {
    ...(over.kind ? { kind: over.kind, text: 'no' } : missingPermission),
    during: 'something',
    ...over,
  };
}

export function no(over: Partial<Refusal> = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refusal(over) };
}

const body = Buffer.from('body');

export const used: ObjectsUse = {
  bound: after(done),
  written: after(done),
  read: after({ ok: true, value: { sent: body, got: body, consumed: body, emptied: true } }),
  removed: after(done),
};

export const traffic: RpcTraffic = {
  passages: [
    { what: 'request', sent: body, arrived: body },
    { what: 'reply', sent: body, arrived: body },
    { what: 'fanout cast', sent: body, arrived: body },
  ],
  correlationId: { sent: 'one', arrived: 'one' },
};

export const run: RpcRun = {
  layout: 'transient queues',
  declared: { ok: true, value: { traffic: { ok: true, value: traffic } } },
  leftBehind: [],
};

/** What is gathered when everything works, with what is told changed in it. */
export function evidence(over: {
  login?: AccessEvidence['login']['value'];
  objects?: Partial<ObjectsEvidence>;
  used?: Partial<ObjectsUse>;
  rpc?: Partial<RpcEvidence>;
  manner?: Manner;
}): AccessEvidence {
  const manner = over.manner ?? 'lasting';
  const account = { username: 'openstack', vhost: '/' };
  const login = after(over.login ?? { ok: true as const, value: { product: 'RabbitMQ', version: '3.10.8' } });
  if (!login.value.ok) return { manner, account, login };
  return {
    manner,
    account,
    login,
    objects: { declared: after(done), used: { ...used, ...over.used }, leftBehind: [], ...over.objects },
    rpc: after({ byDefault: run, ...over.rpc }),
  };
}

/** The evidence of objects that could not even be declared. */
export function undeclared(over: Partial<Refusal> = {}): AccessEvidence {
  const { objects: _, ...rest } = evidence({});
  return { ...rest, objects: { declared: after(no(over)), leftBehind: [] } };
}
