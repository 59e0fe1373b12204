import { z } from 'zod';

const pattern = z.string();

/** Up to RabbitMQ 3.8 tags come as one text with commas, since then as a list. */
const tags = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(',').filter((tag) => tag !== ''))])
  .default([]);

/**
 * The part of a broker's exported definitions that requirements look at (rabbitmqctl(8), `export_definitions`).
 * Whatever is not named here is dropped at once: above all the password hashes.
 */
const schema = z.object({
  rabbitmq_version: z.string().optional(),
  users: z.array(z.object({ name: z.string(), tags })),
  vhosts: z.array(z.object({ name: z.string() })),
  permissions: z.array(
    z.object({ user: z.string(), vhost: z.string(), configure: pattern, write: pattern, read: pattern }),
  ),
  topic_permissions: z
    .array(
      z.object({ user: z.string(), vhost: z.string(), exchange: z.string(), write: pattern, read: pattern }),
    )
    .default([]),
});

/** Users, virtual hosts and permissions of a broker, without any secret. */
export type Definitions = z.infer<typeof schema>;

/** Parses what `rabbitmqctl export_definitions -` printed; `undefined` when it is not that. */
export function parseDefinitions(text: string): Definitions | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
