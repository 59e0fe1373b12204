import { connect } from 'amqplib';

/** One message there and back: the least that shows that a broker works. */
async function roundTrip(url: string): Promise<void> {
  const connection = await connect(url);
  const channel = await connection.createConfirmChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  channel.sendToQueue(queue, Buffer.from('bench'));
  await channel.waitForConfirms();
  const message = await channel.get(queue, { noAck: true });
  if (message === false || message.content.toString() !== 'bench')
    throw new Error(`expected the message back, got ${message}`);
  await connection.close();
}

await roundTrip(process.argv[2] ?? '');
