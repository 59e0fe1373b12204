/** What helps where the kernel refuses what an engine needs. */
export const privileges =
  'An engine needs a full root: in a container, run it with --privileged, ' +
  "or mount the host's /var/run/docker.sock into it, or set DOCKER_HOST.";

/** What helps where a private engine has no room for its files. */
export const diskFull = 'The disk is full: make room, or set XDG_CACHE_HOME to a folder on another disk.';

/** Whether what a program said means that a disk is full. */
export function isDiskFull(said: string): boolean {
  return /no space left on device|ENOSPC|not enough free (disk )?space|don't have enough free space/i.test(
    said,
  );
}
