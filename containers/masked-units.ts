import type { Accommodation } from '../model/report.ts';

/** What the Containerfiles of RPM distributions mask, as Red Hat does in its own image with an init system. */
export const maskedUnits: Accommodation = {
  id: 'image.masked-units',
  text: "systemd's units that look after hardware, consoles and log-ins were masked: a container has none of these.",
};
