import { expect, test } from 'vitest';

import { readLines } from './lines';

async function linesOf(...parts: (string | Uint8Array)[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) {
        controller.enqueue(typeof part === 'string' ? encoder.encode(part) : part);
      }
      controller.close();
    },
  });
  const lines: string[] = [];
  await readLines(body, (line) => lines.push(line));
  return lines;
}

test('lines do not end where parts end', async () => {
  expect(await linesOf('{"a":', '1}\n{"b"', ':2}\n')).toEqual(['{"a":1}', '{"b":2}']);
});

test('several lines come in one part, empty ones are signs of life', async () => {
  expect(await linesOf('1\n\n2\r\n\n')).toEqual(['1', '2\r']);
});

test('a character may be cut in two', async () => {
  const bytes = new TextEncoder().encode('"ü"\n');

  expect(await linesOf(bytes.slice(0, 2), bytes.slice(2))).toEqual(['"ü"']);
});

test('what breaks off in a line is dropped', async () => {
  expect(await linesOf('1\n{"do":"sta')).toEqual(['1']);
});
