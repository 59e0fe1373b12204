import type { Accommodation } from '../../model/report.ts';

/**
 * Refreshes apt's index unless that was done less than twelve hours ago: what a newer version has replaced stays in the archive
 * for 36 hours (Debian's dak, `Clean-Suites::StayOfExecution`), so all that such an index names is still there. Safe while
 * a machine boots, for systemd empties /tmp then but not /var/tmp.
 */
const refresh =
  '[ -n "$(find "$1" -maxdepth 0 -mmin -720)" ] || exec env TMPDIR=/var/tmp apt-get update --error-on=any';

/** The command that refreshes apt's index in the folder `lists`, if it is old. */
export const aptRefreshOf = (lists: string) => ['sh', '-c', refresh, 'sh', lists] as const;

export const aptRefresh = aptRefreshOf('/var/lib/apt/lists');

/** What `debian/Containerfile` adds to an image of Debian's or Ubuntu's. */
export const aptInit: Accommodation = {
  id: 'image.init',
  text: 'systemd, systemd-sysv and dbus were installed: a container image lacks the init system that a server has.',
};
