import { BroadcastChannel } from 'node:worker_threads';
import type { Finding } from '../model/finding.ts';

/** What a suite tells while it runs; for eyes only: results travel through vitest itself. */
export type LiveEvent =
  /** What is being done from now on. */
  | { readonly kind: 'working'; readonly target: string; readonly on: string }
  /** A line that what is being done has printed. */
  | { readonly kind: 'line'; readonly target: string; readonly line: string }
  | { readonly kind: 'finding'; readonly target: string; readonly finding: Finding };

export type SendLive = (event: LiveEvent) => void;

const channelName = 'guideproof.live';

/** Sends events from a suite's thread to whoever shows them. */
export function liveSender(): { readonly send: SendLive; close(): void } {
  const channel = new BroadcastChannel(channelName);
  return { send: (event) => channel.postMessage(event), close: () => channel.close() };
}

/** Gets the events of all suites of this process until it is disposed of. */
export function onLiveEvent(listener: SendLive): Disposable {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = (message) => listener((message as { data: LiveEvent }).data);
  return { [Symbol.dispose]: () => channel.close() };
}

const cancelName = 'guideproof.cancel';

/** Tells all suites of this process that nobody waits for them any more. */
export function cancelSuites(): void {
  const channel = new BroadcastChannel(cancelName);
  channel.postMessage('cancel');
  channel.close();
}

/** A signal that is given when the suites are cancelled; disposing of it stops the listening. */
export function onCancel(): { readonly signal: AbortSignal } & Disposable {
  const channel = new BroadcastChannel(cancelName);
  const controller = new AbortController();
  channel.onmessage = () => controller.abort(new Error('the run was interrupted'));
  return { signal: controller.signal, [Symbol.dispose]: () => channel.close() };
}
