import { expect, test } from 'vitest';
import type { Remedy } from '../model/procedure.ts';
import { conditionOf } from './remedy-condition.ts';

const remedy: Remedy = {
  kind: 'remedy',
  text: 'In case …',
  where: { file: 'g', line: 1 },
  symptom: 'nodedown',
  actions: [],
};
const printed = 'exit code 1; the last it printed:\nJob for rabbitmq-server.service failed.';
const told = (text: string, version?: string) => ({ printed, told: { text, ...(version && { version }) } });
const since37 = (cause: string) =>
  `Error: unable to perform an operation on node 'rabbit@controller'.\n\nDIAGNOSTICS\n===========\n\nattempted to contact: [rabbit@controller]\n\nrabbit@controller:\n  * ${cause}\n\nCurrent node details:\n * node name: 'rabbitmqcli-666-rabbit@controller'\n`;

test.each([['Error: unable to connect to node rabbit@controller: nodedown'], ['{badrpc,nodedown}']])(
  'the guide’s own word is seen in %s',
  (line) => {
    expect(conditionOf(remedy, told(`Status of node …\n${line}\n`))).toEqual({
      arose: true,
      reason: `it says “${line}”, as the guide foresees`,
    });
  },
);

test('the same trouble in today’s words', () => {
  const cause = 'unable to connect to epmd (port 4369) on controller: address (cannot connect to host/port)';
  expect(conditionOf(remedy, told(since37(cause), '3.10.8'))).toEqual({
    arose: true,
    reason: `the guide says “nodedown”; RabbitMQ 3.10.8 says “${cause}”`,
  });
});

test('the same trouble in the broker’s own words', () => {
  const line = 'ERROR: epmd error for host controller: address (cannot connect to host/port)';
  expect(conditionOf(remedy, { printed: line })).toMatchObject({
    arose: true,
    reason: expect.stringContaining('RabbitMQ says “epmd error for host controller'),
  });
});

test('a node that does not run while epmd answers is other trouble, and says which', () => {
  const condition = conditionOf(
    remedy,
    told(
      since37(
        "epmd reports: node 'rabbit' not running at all\n                  no other nodes on controller\n  * suggestion: start the node",
      ),
      '4.0.5',
    ),
  );
  expect(condition).toEqual({
    arose: false,
    reason:
      "the guide foresees “nodedown”, this is other trouble: RabbitMQ 4.0.5 says “epmd reports: node 'rabbit' not running at all”",
  });
});

test('a symptom that we know no other words for is taken to the letter', () => {
  const timeout = { ...remedy, symptom: 'Timed_Out' };
  expect(conditionOf(timeout, told('Error: timed_out')).arose).toBe(true);
  expect(conditionOf(timeout, told('Error: unable to connect to epmd (port 4369)')).arose).toBe(false);
});

test('a remedy without a symptom is for any service that does not start', () => {
  const { symptom: _, ...any } = remedy;
  expect(conditionOf(any, { printed }).arose).toBe(true);
});
