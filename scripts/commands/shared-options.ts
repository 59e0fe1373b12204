import { Option } from 'commander';
import { distributions } from '../../containers/index.ts';
import { junitFlavours } from '../../reports/report-input.ts';
import { failOnChoices } from '../../reports/standing.ts';

/** The ids that `--distro` takes, for help texts. */
export const knownIds = distributions.map(({ id }) => id).join(', ');

/** `--guide`: which chapter. */
export function guideOption(): Option {
  const text = 'a chapter, or a folder of environment-messaging*.rst (default: the bundled chapter)';
  return new Option('--guide <path>', text);
}

/** `--fail-on`: what is held against a run. */
export function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'from which severity on a finding fails the run')
    .choices(failOnChoices)
    .default('error');
}

/** `--baseline`: which earlier run a run is held against. */
export function baselineOption(): Option {
  const text = 'findings.json of an earlier run, or its folder: only what is new fails this one';
  return new Option('--baseline <file>', text);
}

/** `--out`: the folder of the reports. */
export function outOption(): Option {
  return new Option('--out <folder>', 'where the reports go').default('out');
}

/** `--junit`: for which readers of JUnit. */
export function junitOption(): Option {
  return new Option('--junit <flavour>', 'strict is valid for Jenkins')
    .choices(junitFlavours)
    .default('rich');
}
