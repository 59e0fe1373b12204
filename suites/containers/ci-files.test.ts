import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { $ } from 'zx';
import { ciFile, ciFolder } from '../../ci/ci-files.fixture.ts';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { prepareImage } from '../../containers/images/prepare-image.ts';
import { distributionById } from '../../containers/index.ts';
import { type Machine, startMachine } from '../../containers/machine.ts';

const onProgress = (line: string): void => void process.stderr.write(`${line}\n`);
const quiet = { quiet: true, nothrow: true } as const;

const require = createRequire(import.meta.url);

describe('GitLab', () => {
  const program = require.resolve('gitlab-ci-local');
  // Its bundle expects a method that Node 20 does not have.
  const polyfill = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };';

  async function jobsOf(pipeline: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'gitlab-'));
    await writeFile(join(folder, '.gitlab-ci.yml'), pipeline);
    await writeFile(join(folder, 'union.mjs'), polyfill);
    const env = { ...process.env, NODE_OPTIONS: `--import=${join(folder, 'union.mjs')}` };
    const run = $({ ...quiet, cwd: folder, env });
    await run`git init`;
    const { stdout, stderr } =
      await run`${process.execPath} ${program} --list --variable CI_PIPELINE_SOURCE=schedule`;
    return stdout + stderr;
  }

  test('its own schema takes the pipeline, and the jobs are those that were meant', async () => {
    const told = await jobsOf(ciFile('gitlab-ci.yml'));
    expect(told).toContain('json schema validated');
    expect(told.match(/^guideproof\S*(?: \[\S+\])?/gm)).toEqual([
      'guideproof-lint',
      'guideproof-verify: [1/3]',
      'guideproof-verify: [2/3]',
      'guideproof-verify: [3/3]',
      'guideproof-report',
    ]);
  });

  test('its own schema would find a wrong type', async () => {
    const told = await jobsOf(ciFile('gitlab-ci.yml').replace('parallel: 3', 'parallel: many'));
    expect(told).toContain('guideproof-verify.parallel');
  });
});

describe('on Debian', () => {
  let machine: Machine;

  async function sh(script: string): Promise<{ readonly exitCode: number | null; readonly told: string }> {
    const { exitCode, stdout, stderr } = await $(quiet)`docker exec ${machine.containerId} sh -euc ${script}`;
    return { exitCode, told: stdout + stderr };
  }

  beforeAll(async () => {
    await using engine = await openEngine({ onProgress });
    const how = { onProgress, standIns: 'never', requireReal: true } as const;
    const image = await prepareImage(engine, distributionById('debian-12'), how);
    const refreshIndex = ['apt-get', 'update'];
    machine = await startMachine(engine, image, {
      hostname: 'ci',
      refreshIndex,
      exposedPorts: [],
      onProgress,
    });
    await $({ quiet: true })`docker cp ${ciFolder} ${machine.containerId}:/ci`;
    return () => machine[Symbol.asyncDispose]();
  });

  describe('systemd', () => {
    const units = '/etc/systemd/system/guideproof-audit.*';

    beforeAll(async () => {
      const { told, exitCode } = await sh(`
        cp /ci/systemd/*.service /ci/systemd/*.timer /etc/systemd/system/
        install /bin/true /usr/local/bin/guideproof
        mkdir -p /etc/sysusers.d
        cp /ci/systemd/guideproof-sysusers.conf /etc/sysusers.d/guideproof.conf
        systemd-sysusers
        getent passwd guideproof`);
      expect({ told, exitCode }).toMatchObject({
        exitCode: 0,
        told: expect.stringContaining('/var/lib/guideproof'),
      });
    });

    test('has nothing to say about the units', async () => {
      expect(await sh(`systemd-analyze verify ${units}`)).toEqual({ exitCode: 0, told: '' });
    });

    test('finds the audit little exposed', async () => {
      const security = 'systemd-analyze security --offline=true --threshold=20 guideproof-audit.service';
      expect(await sh(security)).toMatchObject({ exitCode: 0, told: expect.stringContaining(' OK ') });
    });

    test('would find a setting that does not exist', async () => {
      const { told } = await sh(
        `sed s/ProtectClock/ProtectClocks/ /ci/systemd/guideproof-audit.service > /tmp/broken.service
        systemd-analyze verify /tmp/broken.service`,
      );
      expect(told).toContain("Unknown key 'ProtectClocks'");
    });
  });

  describe('Ansible', () => {
    const plays = ['pre', 'run', 'post'];

    // Roles and the module that Zuul itself brings; what they do is not looked at.
    beforeAll(async () => {
      expect(await machine.packageIndex).toEqual({ fresh: true });
      const { told, exitCode } = await sh(`
        apt-get install -qy --no-install-recommends ansible-core
        cd /ci/zuul/playbooks/guideproof
        mkdir -p roles/ensure-docker/tasks roles/ensure-nodejs/tasks library
        touch library/zuul_return.py`);
      expect(exitCode, told).toBe(0);
    });

    test.each(plays)('takes the playbook %s.yaml', async (play) => {
      const check = `cd /ci/zuul/playbooks/guideproof && ansible-playbook --syntax-check -i localhost, ${play}.yaml`;
      const { exitCode, told } = await sh(check);
      expect(exitCode, told).toBe(0);
      expect(told).toContain(`playbook: ${play}.yaml`);
    });

    test('would find a module that does not exist', async () => {
      const { exitCode, told } = await sh(
        `cd /ci/zuul/playbooks/guideproof && sed s/slurp:/slurrp:/ post.yaml > broken.yaml
        ansible-playbook --syntax-check -i localhost, broken.yaml`,
      );
      expect(exitCode).not.toBe(0);
      expect(told).toContain('slurrp');
    });
  });
});
