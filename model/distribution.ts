/** A distribution as the guide's `only` directives name it. */
export const distributionTags = ['ubuntu', 'debian', 'rdo', 'obs'] as const;
export type DistributionTag = (typeof distributionTags)[number];

/** What a target is: the distribution itself, an imitation that proves nothing about it, or a machine that exists already. */
export type TargetKind = 'real' | 'stand-in' | 'controller';
