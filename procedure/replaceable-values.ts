import { randomInt } from 'node:crypto';
import type { Replaceable } from '../model/procedure.ts';
import type { Accommodation } from '../model/report.ts';

/** What was put for each replaceable of a procedure, which of it is secret, and how it was chosen. */
export interface ReplaceableValues {
  readonly values: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, string>;
  readonly accommodations: readonly Accommodation[];
}

/** What the machine itself knows and a replaceable may ask for. */
export interface MachineFacts {
  readonly managementAddress: string;
}

interface Choice {
  readonly asks: RegExp;
  readonly secret: boolean;
  readonly how: string;
  choose(facts: MachineFacts): string;
}

const choices: readonly Choice[] = [
  {
    asks: /PASS|SECRET|TOKEN|KEY/,
    secret: true,
    how: 'a generated password of 24 letters and digits, which no shell reads as anything else',
    choose: () => generatePassword(24),
  },
  {
    asks: /IP_ADDRESS|_IP$|^IP_/,
    secret: false,
    how: 'the address of the container on its only network',
    choose: (facts) => facts.managementAddress,
  },
];

const unknown: Omit<Choice, 'asks'> = {
  secret: false,
  how: 'a generated word, since the guide does not say what kind of value it is',
  choose: () => `guideproof-${generatePassword(8)}`,
};

/** Takes a value for every replaceable that the guide names, as its reader has to. */
export function chooseValues(replaceables: readonly Replaceable[], facts: MachineFacts): ReplaceableValues {
  const chosen = replaceables.map((replaceable) => {
    const choice = choices.find(({ asks }) => asks.test(replaceable.name)) ?? unknown;
    return { replaceable, choice, value: choice.choose(facts) };
  });
  return {
    values: new Map(chosen.map(({ replaceable, value }) => [replaceable.name, value])),
    secrets: new Map(
      chosen.filter(({ choice }) => choice.secret).map(({ replaceable, value }) => [replaceable.name, value]),
    ),
    accommodations: chosen.map(({ replaceable, choice }) => accommodation(replaceable, choice.how)),
  };
}

function accommodation(replaceable: Replaceable, how: string): Accommodation {
  const where = replaceable.explanation?.where ?? replaceable.usedAt[0];
  return {
    id: `replaceable.${replaceable.name}`,
    text: `${replaceable.name}: ${how}`,
    ...(where && { where }),
  };
}

function generatePassword(length: number): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
