import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import type { Finding } from '../model/finding.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import type { ChapterSummary } from './vitest-types.ts';

/** Everything that the suites of one run have handed over. */
export interface Harvest {
  readonly findings: Finding[];
  readonly transcripts: Map<string, TranscriptEntry[]>;
  readonly summaries: ChapterSummary[];
  /** What went wrong outside of any test, in words. */
  readonly errors: string[];
}

/** A vitest reporter that prints nothing and fills `harvest`, test by test, so that a run cut short loses nothing that had ended. */
export function findingsReporter(harvest: Harvest): Reporter {
  return {
    onTestCaseResult: (testCase) => gather(testCase, harvest),
    onTestSuiteResult: (suite) => noteErrors(suite, harvest),
    onTestModuleEnd: (module) => summarise(module, harvest),
    onTestRunEnd(_modules, errors) {
      harvest.errors.push(...errors.map((error) => error.message));
    },
  };
}

/** An empty harvest. */
export function newHarvest(): Harvest {
  return { findings: [], transcripts: new Map(), summaries: [], errors: [] };
}

function gather(testCase: TestCase, harvest: Harvest): void {
  const { finding, transcript = [] } = testCase.meta();
  if (finding) harvest.findings.push(finding);
  for (const entry of transcript) {
    harvest.transcripts.set(entry.target, [...(harvest.transcripts.get(entry.target) ?? []), entry]);
  }
}

function summarise(module: TestModule, harvest: Harvest): void {
  const { summary } = module.meta();
  if (summary) harvest.summaries.push(summary);
  noteErrors(module, harvest);
}

function noteErrors(suite: TestModule | TestSuite, harvest: Harvest): void {
  harvest.errors.push(...suite.errors().map((error) => `${suite.project.name}: ${error.message}`));
}
