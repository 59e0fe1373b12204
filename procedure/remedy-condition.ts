import type { Remedy } from '../model/procedure.ts';

/** What is known of a service that did not start: what the start printed, and what the broker's own tool says. */
export interface Trouble {
  readonly printed: string;
  readonly told?: ToldTrouble;
}

/** What `rabbitmqctl status` printed, and whose it is. */
export interface ToldTrouble {
  readonly text: string;
  /** Absent where the tool does not know its version (before 3.8). */
  readonly version?: string;
}

/** Whether the trouble is the one that a remedy is for, and by which words that was seen. */
export interface Condition {
  readonly arose: boolean;
  readonly reason: string;
}

/**
 * How a symptom is worded elsewhere. `rabbitmqctl` printed “unable to connect to node …: nodedown” up to 3.6
 * (rabbit_control_main.erl); since 3.7 its first line says only that the node cannot be operated on, and the cause stands
 * under DIAGNOSTICS (rabbit_nodes_common.erl). The broker itself says “epmd error for host …” (rabbit_prelaunch_errors.erl).
 */
const sameMeaning: Readonly<Record<string, readonly RegExp[]>> = {
  nodedown: [/unable to connect to epmd \(port \d+\).*/i, /epmd error for host .*/i],
};

/** Judges whether a failed start is the trouble that a remedy of the guide is for, by the word itself or by its meaning. */
export function conditionOf(remedy: Remedy, { printed, told }: Trouble): Condition {
  const { symptom } = remedy;
  if (symptom === undefined) return { arose: true, reason: 'the service did not start' };
  const text = `${printed}\n${told?.text ?? ''}`;
  const literal = text.split('\n').find((line) => line.toLowerCase().includes(symptom.toLowerCase()));
  if (literal !== undefined)
    return { arose: true, reason: `it says “${literal.trim()}”, as the guide foresees` };
  const speaker = `RabbitMQ${told?.version === undefined ? '' : ` ${told.version}`}`;
  const meant = sameMeaning[symptom.toLowerCase()]?.map((words) => words.exec(text)?.[0]).find(Boolean);
  if (meant) {
    return { arose: true, reason: `the guide says “${symptom}”; ${speaker} says “${meant.trim()}”` };
  }
  const said = lastLine(told?.text ?? '') ?? lastLine(printed) ?? 'nothing';
  return {
    arose: false,
    reason: `the guide foresees “${symptom}”, this is other trouble: ${speaker} says “${said}”`,
  };
}

/** The last line that tells what is wrong: `rabbitmqctl` ends with advice and with what it knows about itself. */
function lastLine(text: string): string | undefined {
  const [diagnostics = ''] = text.split(/^Current node details:/im);
  return diagnostics
    .split('\n')
    .map((line) => line.replace(/^[\s*]+/, '').trim())
    .findLast((line) => line !== '' && !/^(?:suggestion:|no other nodes)/.test(line));
}
