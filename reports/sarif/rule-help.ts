import { groupOf } from '../finding-group.ts';

// By the first words of an id, the longest first. What stands here is all that a reader of a code-scanning page sees.
const helps: readonly (readonly [prefix: string, help: string])[] = [
  [
    'step.',
    'A command or an instruction of the guide was carried out, to the letter, on a freshly booted machine. It must end by itself with exit code 0.',
  ],
  [
    'output.',
    'The guide shows what a command prints. A distribution that prints something else makes its reader doubt that the command worked. The procedure itself still works: this is drift.',
  ],
  [
    'remedy.',
    'The guide says what to do in case something goes wrong. Where it does go wrong, following that must mend it.',
  ],
  [
    'access.',
    'Seen from outside, over AMQP: the user of the guide logs in and configures, writes and reads the way OpenStack services do.',
  ],
  [
    'control.',
    'A check that must be refused: a proof of access is worth something only if access can be denied. docs/controls.md of guideproof explains each.',
  ],
  ['boot.persistent', 'After a reboot everything that the guide set up must still be there and running.'],
  [
    'password.',
    'Which passwords the broker ends up with after they went through the shell and the command line.',
  ],
];

const requirement =
  'What the guide sets up must be true of a controller. docs/requirements of guideproof says for each requirement what is required, why, how it is read and how to mend it by hand.';

const outcomes =
  'A result of the kind "open" could not be checked: nobody knows whether it holds, and it never counts as a pass. docs/reports.md of guideproof says how results are to be read.';

/** What a rule means, whole, for a reader who has nothing but this text. */
export function ruleHelp(id: string): string {
  const [, help = requirement] = helps.find(([prefix]) => id.startsWith(prefix)) ?? [];
  return `${help}\n\n${outcomes}`;
}

/** The words by which rules can be filtered: what a finding is about, by the first word of its id. */
export function ruleTags(id: string): readonly string[] {
  return ['message-queue', groupOf(id)];
}
