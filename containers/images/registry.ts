import { type ImageWork, runEngine } from './image-work.ts';

/** How long a registry may take to say anything at all. */
const firstAnswerMs = 5_000;

/** Per engine and registry: nothing once it has answered, else why it cannot be reached. Asked once, by the first pull. */
const answers = new WeakMap<object, Map<string, Promise<string | undefined>>>();

/** Pulls an image; resolves to the reason when that did not work, and to nothing when it did. */
export async function pull(work: ImageWork, reference: string): Promise<string | undefined> {
  const registry = reference.slice(0, reference.indexOf('/'));
  const known = answers.get(work.engine) ?? new Map<string, Promise<string | undefined>>();
  answers.set(work.engine, known);
  const asked = known.get(registry);
  if (asked !== undefined) return (await asked) ?? startPull(work, reference).done;
  const first = startPull(work, reference);
  known.set(registry, first.answer);
  // An abandoned pull says nothing about the registry.
  first.answer.catch(() => known.delete(registry));
  return first.done;
}

interface Pull {
  /** Settles at the registry's first sign of life, or with why there is none. */
  readonly answer: Promise<string | undefined>;
  readonly done: Promise<string | undefined>;
}

function startPull(work: ImageWork, reference: string): Pull {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), firstAnswerMs);
  const signal = work.signal ? AbortSignal.any([work.signal, silence.signal]) : silence.signal;
  let heard = () => {};
  const life = new Promise<undefined>((resolve) => {
    heard = () => resolve(undefined);
  });
  const onLine = (line: string) => {
    if (isAnswer(line)) {
      clearTimeout(timer);
      heard();
    }
    work.onProgress(line);
  };
  const ended = runEngine({ ...work, signal }, ['pull', reference], onLine)
    .then(({ exitCode, stderr }) => (exitCode === 0 ? undefined : lastLine(stderr)))
    .catch((error) => {
      if (!silence.signal.aborted) throw error;
      return `no answer within ${firstAnswerMs / 1000} s`;
    })
    .finally(() => clearTimeout(timer));
  const unreachable = ended.then((reason) => (reason && isAboutTheImage(reason) ? undefined : reason));
  return { answer: Promise.race([life, unreachable]), done: ended };
}

/** Docker says `Pulling from` and Podman `Getting image source signatures` once the registry has talked to them. */
function isAnswer(line: string): boolean {
  return /Pulling from|Getting image source signatures|Copying blob/.test(line);
}

/** The registry was there, but does not have or does not give out this one image. */
function isAboutTheImage(reason: string): boolean {
  return /manifest .*(unknown|not found)|name unknown|denied/i.test(reason);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
