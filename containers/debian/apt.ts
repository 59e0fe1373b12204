import type { Accommodation } from '../../model/report.ts';

/** Refreshes apt's index; safe while a machine boots, for systemd empties /tmp then but not /var/tmp. */
export const aptRefresh = ['env', 'TMPDIR=/var/tmp', 'apt-get', 'update', '--error-on=any'] as const;

/** What `debian/Containerfile` adds to an image of Debian's or Ubuntu's. */
export const aptInit: Accommodation = {
  id: 'image.init',
  text: 'systemd, systemd-sysv and dbus were installed: a container image lacks the init system that a server has.',
};
