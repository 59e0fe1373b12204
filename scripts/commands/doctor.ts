import type { CliCommand } from './cli-command.ts';

/** `guideproof doctor` */
export const doctorCommand: CliCommand = {
  declare: (program) =>
    program
      .command('doctor')
      .description('show which engine, images and package mirrors are usable, without changing anything'),
  run: async () => {
    const { doctor } = await import('../doctor.ts');
    return doctor();
  },
};
