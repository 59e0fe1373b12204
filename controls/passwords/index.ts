import { passwordCases } from './password-case.ts';
import { passwordId, plain, quoted } from './password-form.ts';

/** The matrix of passwords: every case in both forms, in the order in which they are tried. */
export const passwordChecks = passwordCases.flatMap((of) =>
  [plain, quoted].map((form) => ({
    id: passwordId(of, form),
    title: `A password with ${of.having}, ${form.how}, is stored as it is`,
    severity: 'warning' as const,
  })),
);
