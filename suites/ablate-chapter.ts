import { randomBytes } from 'node:crypto';
import type { LimitFunction } from 'p-limit';
import type { ControllerImage } from '../containers/images/controller-image.ts';
import { snapshotMachine } from '../containers/snapshot.ts';
import type { Command } from '../model/procedure.ts';
import { guideExpectations } from '../requirements/expectations.ts';
import { carryOnWithout, lookAtEverything, type Outcomes } from './ablation.ts';
import type { ChapterInput } from './chapter-input.ts';
import type { SendLive } from './live-channel.ts';
import { chapterOn, type OpenChapter, openChapter } from './open-chapter.ts';
import { bootController } from './open-controller.ts';
import { type UnitState, unitState } from './unit-state.ts';

/** What a chapter comes to, whole and with each of its commands left out in turn. */
export interface AblatedChapter {
  readonly chapter: OpenChapter;
  readonly whole: Outcomes;
  readonly brokerVersion: string | undefined;
  readonly ablations: readonly Ablation[];
  /** Why the chapter could not be followed to its end, where it could not. */
  readonly blockedBy?: string;
}

/** What a chapter without one of its commands comes to, or why that could not be found out. */
export interface Ablation {
  readonly command: Command;
  readonly without: Outcomes | Error;
  readonly durationMs: number;
}

/**
 * Follows the chapter on one machine, saving it before each command; every saved machine is then carried on with from behind
 * that command, `limit` many at the same time.
 * @throws Error in words for the user when there is no machine.
 */
export async function ablateChapter(
  input: ChapterInput,
  limit: LimitFunction,
  send: SendLive,
  signal: AbortSignal,
): Promise<AblatedChapter> {
  const chapter = await openChapter(input, send, signal);
  try {
    const ablations: Promise<Ablation>[] = [];
    for (const [index, command] of commandsOf(input).entries()) {
      const state = await unitState(chapter.controller.transport, guideExpectations.service);
      const image = index === 0 ? chapter.controller.image : await save(input, chapter, command);
      ablations.push(limit(() => ablate(input, command, image, chapter, state, send, signal)));
      await chapter.followed.result(command.id);
    }
    await chapter.followed.finish();
    const { blockedBy } = chapter.run;
    const looking = limit(() => lookAtEverything(chapter));
    const [{ outcomes, brokerVersion }, ...done] = await Promise.all([looking, ...ablations]);
    return { chapter, whole: outcomes, brokerVersion, ablations: done, ...(blockedBy && { blockedBy }) };
  } finally {
    await chapter.controller[Symbol.asyncDispose]();
  }
}

/** A remedy's commands are left out already wherever its trouble does not arise. */
export function commandsOf({ procedure }: Pick<ChapterInput, 'procedure'>): readonly Command[] {
  return procedure.steps.flatMap(({ actions }) => actions.filter((action) => action.kind === 'command'));
}

function save(input: ChapterInput, { controller }: OpenChapter, command: Command): Promise<ControllerImage> {
  const tag = `${input.distribution}-${command.id}-${randomBytes(4).toString('hex')}`;
  const machine = { containerId: controller.machine.containerId, image: controller.image };
  return snapshotMachine(input.engine, machine, tag);
}

async function ablate(
  input: ChapterInput,
  command: Command,
  image: ControllerImage,
  { values }: OpenChapter,
  state: UnitState,
  send: SendLive,
  signal: AbortSignal,
): Promise<Ablation> {
  const start = performance.now();
  const without = async (): Promise<Outcomes> => {
    const controller = await bootController(input, image, send, signal);
    send({ kind: 'working', target: input.distribution, on: `trying without ${command.command}` });
    try {
      return await carryOnWithout(
        command.id,
        input.procedure,
        chapterOn(input, controller, values, send),
        state,
      );
    } finally {
      await controller[Symbol.asyncDispose]();
    }
  };
  const found = await without().catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  return { command, without: found, durationMs: performance.now() - start };
}
