import type { SilentPlace } from './find-engine.ts';

/** What the advice to somebody without an engine depends on. */
export interface Situation {
  readonly platform: NodeJS.Platform;
  readonly silent: readonly SilentPlace[];
  /** The engine program that is installed but does not run. */
  readonly installed?: 'dockerd' | 'podman' | undefined;
  /** What a user types to install one. */
  readonly byHand?: string | undefined;
}

/** The message for somebody whose machine has no engine that answers: the command that helps, and where was looked. */
export function explainNoEngine(situation: Situation): string {
  const places = situation.silent.map(({ origin }) => origin).join(', ');
  const elsewhere = 'Or set DOCKER_HOST to an engine elsewhere.';
  return `No container engine can be used. ${advise(situation)} ${elsewhere} Looked at: ${places}.`;
}

function advise({ platform, silent, installed, byHand }: Situation): string {
  const denied = silent.find(({ reason }) => reason.includes('permission denied'));
  if (denied) {
    const join = 'sudo usermod -aG docker $USER';
    return `One is at ${denied.origin}, but this user may not use it: run "${join}" and log in again.`;
  }
  if (platform !== 'linux') return 'Install Docker Desktop or Podman Desktop, and start it.';
  if (installed === 'podman')
    return 'Podman is installed: start it with "systemctl --user start podman.socket".';
  if (installed === 'dockerd') {
    return 'Docker is installed: start it with "sudo systemctl start docker && sudo usermod -aG docker $USER".';
  }
  if (byHand) return `Install one with "${byHand}" and log in again, or run this as root to have it done.`;
  return 'Install Docker or Podman as its documentation says, and start it.';
}
