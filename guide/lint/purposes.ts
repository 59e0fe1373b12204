import type { Action, Step } from '../../model/procedure.ts';
import { rabbitmqctlWords } from '../rabbitmqctl-words.ts';
import { installed, simpleCommandsOf } from '../simple-commands.ts';

/** What a step does, in words that are the same on every distribution; what only a remedy does is left out. */
export function purposesOf(step: Step): string[] {
  return [...new Set(step.actions.flatMap(purposesOfAction))];
}

function purposesOfAction(action: Action): string[] {
  if (action.kind === 'command') return simpleCommandsOf(action.command).flatMap(purposeOfCommand);
  // Which file it is differs between siblings too often to say anything.
  if (action.kind === 'edit-file' || action.kind === 'copy-file') return [action.kind];
  return action.kind === 'start-service' ? ['start a service'] : [];
}

function purposeOfCommand(words: readonly string[]): string[] {
  const [program = '', ...rest] = words;
  if (program === '') return [];
  if (installed(words).length > 0) return ['install packages'];
  const [verb = ''] = rabbitmqctlWords(words)?.words ?? rest.filter((word) => !word.startsWith('-'));
  if (program === 'rabbitmqctl') return [`rabbitmqctl ${verb}`];
  if (program === 'systemctl') return [/start/.test(verb) ? 'start a service' : `systemctl ${verb}`];
  return [program === 'service' ? 'start a service' : program];
}
