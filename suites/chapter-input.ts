import type { EngineAddress } from '../containers/engine/engine.ts';
import type { StandInUse } from '../containers/images/stand-in-use.ts';
import type { Procedure } from '../model/procedure.ts';

/** What is to be followed where. */
export interface Assignment {
  /** Id of a distribution, such as `debian-12`; the target has the same id. */
  readonly distribution: string;
  readonly procedure: Procedure;
}

/** What a suite is told about its one target; plain data, since it travels from vitest's main thread to a worker. */
export interface ChapterOrder extends Assignment {
  readonly options: ChapterOptions;
}

/** An order, and the engine to carry it out in. */
export interface ChapterInput extends ChapterOrder {
  readonly engine: EngineAddress;
}

/** How a chapter is to be run, the same for all targets of a run. */
export interface ChapterOptions extends StandInUse {
  /** Leave the machine running afterwards, so that a person can look at it. */
  readonly keep: boolean;
  /** A command of the guide that runs longer than this is ended. */
  readonly commandTimeoutMs: number;
  /** Make the trouble arise that a remedy of the guide is for, where it does not arise by itself. */
  readonly forceRemedy?: boolean;
  /** Also try which passwords survive the way through shell and command line; off unless it is asked for. */
  readonly passwordMatrix?: boolean;
}
