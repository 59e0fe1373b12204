import { passwordChecks } from '../controls/passwords/index.ts';
import { startControls } from '../controls/start-controls.ts';
import type { Judgement } from '../model/evidence.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import type { GuideExpectations } from '../requirements/expectations.ts';
import type { ChapterInput } from './chapter-input.ts';
import { controlSite } from './control-site.ts';
import type { OpenChapter } from './open-chapter.ts';
import { type PasswordResults, passwordResults } from './password-results.ts';
import type { ControllerProof } from './prove-controller.ts';

/** What is tried on a controller after it was proven. */
export interface Trials {
  /** The result of a control or of a password; `undefined` for an id of anything else. */
  result(id: string): Promise<(Judgement & { readonly durationMs: number }) | undefined>;
  /** The commands that were typed for a result. */
  transcriptOf(id: string): readonly TranscriptEntry[];
}

/** Starts with the controls; passwords are tried once one of them is asked for and the last control, a reboot, is over. */
export function startTrials(
  input: ChapterInput,
  chapter: OpenChapter,
  expectations: GuideExpectations,
  proven: ControllerProof,
): Trials {
  const { controller, password } = chapter;
  const controls = startControls(controlSite(controller, password, expectations, proven));
  let passwords: Promise<PasswordResults> | undefined;
  let typed: PasswordResults['transcript'] = [];
  const tryPasswords = async (): Promise<PasswordResults> => {
    await Promise.allSettled(controls.values());
    const results = await passwordResults(input, chapter);
    typed = results.transcript;
    return results;
  };
  return {
    async result(id) {
      if (!passwordChecks.some((check) => check.id === id)) return controls.get(id);
      passwords ??= tryPasswords();
      return (await passwords).results.get(id);
    },
    transcriptOf: (id) => typed.filter((entry) => entry.id === id),
  };
}
