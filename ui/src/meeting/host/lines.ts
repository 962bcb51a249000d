/** Gives each whole line of a stream of UTF-8 text; what breaks off in a line is dropped. */
export async function readLines(
  body: ReadableStream<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) take(line);
  }
}
