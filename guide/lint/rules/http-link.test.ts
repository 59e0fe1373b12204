import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const links = (text: string) => linted(`1. Look.\n\n${text}\n`, 'http-link');

test('links of the text and their targets are found, each on its line, without what ends the sentence', () => {
  expect(links('   See `it <http://www.rabbitmq.com/a?b=c>`__ or\n   http://qpid.apache.org.')).toEqual([
    '3 expected https://www.rabbitmq.com/a?b=c, got http://www.rabbitmq.com/a?b=c',
    '4 expected https://qpid.apache.org, got http://qpid.apache.org',
  ]);
  expect(links('.. _Qpid: http://qpid.apache.org\n\n__ http://zeromq.org')).toEqual([
    '3 expected https://qpid.apache.org, got http://qpid.apache.org',
    '5 expected https://zeromq.org, got http://zeromq.org',
  ]);
});

test('https is fine, and so are addresses that are not public or not for the reader', () => {
  expect(links('See https://www.rabbitmq.com.')).toEqual([]);
  expect(links('It is at http://controller:15672, http://10.0.0.11/ or http://mq.example.com/.')).toEqual([]);
  expect(
    links('.. code-block:: console\n\n   # curl http://www.rabbitmq.com\n\n.. See http://zeromq.org'),
  ).toEqual([]);
});
