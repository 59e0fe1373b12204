import { chapterFor, readAuditGuide } from '../audit/audit-guide.ts';
import type { AuditQuestions } from '../audit/audit-questions.ts';
import { auditTarget, loadAudits } from '../audit/audit-target.ts';
import { auditFleet } from '../fleet/audit-fleet.ts';
import { openAuditStore } from '../fleet/audit-store.ts';
import type { AuditedTarget } from '../fleet/fleet-event.ts';
import { fleetProgress } from '../fleet/fleet-progress.ts';
import type { CheckTarget } from '../model/check-target.ts';
import type { GuideSource } from '../model/procedure.ts';
import { standingOf } from '../reports/standing.ts';
import { findTargets, passwordSource, promptForPassword } from '../targets/index.ts';
import { readBaseline } from './baseline.ts';
import type { CheckOptions } from './check-options.ts';
import { exitCodes } from './exit-codes.ts';
import { guideSource } from './guide-source.ts';
import { type Interruption, onInterruption } from './interruption.ts';
import { makeOut } from './make-out.ts';
import { partOf } from './part-of.ts';
import { reportOf } from './report-of.ts';
import { tool } from './tool.ts';
import { openWaivers, type Waiving } from './waiving.ts';

/** A check that is ready to run. */
interface Check {
  readonly options: CheckOptions;
  readonly startedAt: Date;
  readonly questions: AuditQuestions;
  readonly targets: readonly CheckTarget[];
  readonly guide: GuideSource;
  readonly waiving: Waiving;
}

/**
 * Audits controllers that exist and changes nothing on them, writes the reports and prints the summary.
 * @returns the exit code.
 * @throws UsageError, TargetError, WaiverError, AuditStoreError or GuideError before anything was looked at.
 */
export async function check(options: CheckOptions): Promise<number> {
  const startedAt = new Date();
  const markKnown = await readBaseline(options.baseline, 'check');
  const ready = await prepare(options, startedAt);
  await makeOut(options.out);
  using interruption = onInterruption();
  const { audits, lost, publishing } = await auditAll(ready, interruption);
  const findings = [
    ...ready.waiving.apply(audits.flatMap((audit) => audit.findings)),
    ...ready.waiving.close(),
  ];
  const targets = audits.map(({ target }) => target);
  const asked = { command: 'check', startedAt, guide: ready.guide };
  const report = markKnown(reportOf(asked, { targets, coverage: [], findings }));
  const { publish, reportChapter } = await publishing;
  const chapter = reportChapter(report);
  const broken = lost.length > 0 ? exitCodes.couldNotCheck : undefined;
  const exitCode = interruption.exitCode ?? broken;
  const code = await publish(report, new Map(), { ...options, ...(chapter && { chapter }), exitCode });
  for (const error of lost) process.stderr.write(`guideproof: ${error}\n`);
  return exitCode ?? code;
}

async function prepare(options: CheckOptions, startedAt: Date): Promise<Check> {
  const { env: environment } = process;
  const guide = readAuditGuide(options.guide);
  const waiving = await openWaivers(options.waivers, startedAt);
  const request = { ...options, words: options.targets, environment };
  const targets = partOf(await findTargets(request), options.shard, 'targets');
  const username = options.user ?? chapterFor(guide, undefined).claims.user?.value ?? 'openstack';
  const warn = (text: string) => void process.stderr.write(`guideproof: ${text}\n`);
  const prompt = options.accessProof ? { prompt: promptForPassword } : {};
  const passwordOf = await passwordSource({ ...options, targets, username, environment, warn, ...prompt });
  const source = guideSource(
    [...guide.values()].map(({ procedure }) => procedure),
    options.guide,
  );
  return {
    options,
    startedAt,
    questions: { ...options, guide, passwordOf },
    targets,
    guide: source,
    waiving,
  };
}

interface Audits {
  readonly audits: readonly AuditedTarget[];
  /** What could not be kept on disk. */
  readonly lost: readonly string[];
  /** What is needed once all is found out. */
  readonly publishing: ReturnType<typeof loadPublishing>;
}

async function loadPublishing() {
  const [{ publish }, { reportChapter }] = await Promise.all([
    import('./publish.ts'),
    import('./report-chapter.ts'),
  ]);
  return { publish, reportChapter };
}

async function auditAll(ready: Check, { signal }: Interruption): Promise<Audits> {
  const { options, questions, targets, startedAt, waiving } = ready;
  const { jobs, failOn } = options;
  await using store = await openAuditStore({
    folder: options.out,
    asked: questionsAsked(ready),
    resume: options.resume !== undefined,
  });
  const failed = (finding: Parameters<typeof standingOf>[0]) =>
    standingOf(finding, failOn, startedAt.toISOString()) === 'failed';
  using progress = await fleetProgress({
    total: targets.length,
    jobs,
    isFailing: (findings) => waiving.apply(findings).some(failed),
  });
  const lost: string[] = [];
  const auditing = auditFleet({
    targets,
    jobs,
    audit: (target, given) => auditTarget(target, questions, given),
    unaudited: async (target, reason) => {
      const { unauditedTarget } = await import('../audit/unaudited-target.ts');
      return unauditedTarget(target, questions, reason);
    },
    signal,
    store,
    onEvent: (event) => {
      if (event.kind === 'not-kept') lost.push(`cannot keep the audit of ${event.target}: ${event.error}`);
      progress.show(event);
    },
  });
  // Rendering reports takes a while to load: time enough while controllers answer, but not before they are asked.
  const publishing = loadAudits().then(loadPublishing);
  return { audits: await auditing, lost, publishing };
}

/** What an interrupted run and the one that goes on with it must agree on. */
function questionsAsked({ options, guide }: Check): Record<string, string> {
  const { profile, accessProof, passwordGuess, user, vhost } = options;
  return {
    tool: `${tool.name} ${tool.version}`,
    guide: guide.sha256,
    '--profile': profile,
    '--user': user ?? 'of the guide',
    '--vhost': vhost ?? 'of the guide',
    '--no-access-proof': String(!accessProof),
    '--no-password-guess': String(!passwordGuess),
  };
}
