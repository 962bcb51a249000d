/** The page with a frame of a provider's own, from this test's server. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { MeetingPage } from './page';
import { FakeHost } from './testing/fake-host';
import { TOKEN, pageSession } from './testing/session';
import { View } from './view';

const PAGE = '/src/meeting/testing/provider.html';

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
  new MeetingPage(host, new View(document.body, true)).open();
});

afterEach(() => document.body.replaceChildren());

test('shows the page in a plain frame that has what a meeting needs', async () => {
  const scripts = document.scripts.length;
  const frame = await start('loads');

  expect(host.names).toEqual(['pageReady', 'frameLoaded', 'pageShown']);
  expect(new URL(frame.src)).toMatchObject({ pathname: PAGE, search: `?token=${TOKEN}` });
  expect(frame.title).toBe('Daily stand-up');
  expect(frame.allow).toBe('camera; microphone; display-capture; autoplay; fullscreen');
  expect(frame.referrerPolicy).toBe('no-referrer');
  expect(document.scripts).toHaveLength(scripts);
});

test('a page that goes elsewhere was left', async () => {
  const frame = await start('loads');
  press(frame, 'says');
  press(frame, 'goes');

  expect(await next()).toEqual(['readyToClose']);
});

test.each(['says', 'saysText'])('a page that says so was left (%s)', async (button) => {
  const frame = await start('says');
  press(frame, button);

  expect(await next()).toEqual(['readyToClose']);
});

test('hears nothing else of what the page says', async () => {
  const frame = await start('says');
  press(frame, 'mutes');
  press(frame, 'says');

  expect(await next()).toEqual(['readyToClose']);
});

test('hears nobody but the page', async () => {
  const frame = await start('says');
  const heard = new Promise((resolve) => window.addEventListener('message', resolve));
  const stranger = document.createElement('iframe');
  stranger.srcdoc = '<script>parent.postMessage({ type: "callEnded" }, "*")</script>';
  document.body.append(stranger);
  await heard;
  expect(host.names.at(-1)).toBe('pageShown');

  press(frame, 'says');
  expect(await next()).toEqual(['readyToClose']);
});

test('hears no page of another origin in the frame', async () => {
  const frame = await start('says');
  const heard = new Promise<MessageEvent>((resolve) => window.addEventListener('message', resolve));
  // The window stays the frame's; a sandbox takes its origin away.
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = '<script>parent.postMessage({ type: "callEnded" }, "*")</script>';
  const { source, origin } = await heard;

  expect(source).toBe(frame.contentWindow);
  expect(origin).toBe('null');
  expect(host.names.at(-1)).toBe('pageShown');
});

test('close tells the page to leave and takes the frame away', async () => {
  await start('says');
  host.show({ kind: 'clear' });
  host.instruct({ do: 'close' });
  await vi.waitUntil(() => !document.querySelector('iframe'));

  expect(host.names.at(-1)).toBe('readyToClose');
  expect(document.documentElement.outerHTML).not.toContain(TOKEN);
});

test('close does not wait for a page that does not listen', async () => {
  await start('says', '/src/meeting/testing/room.html');
  host.instruct({ do: 'close' });
  await vi.waitUntil(() => !document.querySelector('iframe'), { timeout: 3000 });

  expect(host.names.at(-1)).toBe('pageShown');
});

test('close takes a page away that is never told anything', async () => {
  await start('loads');
  host.instruct({ do: 'close' });
  await vi.waitUntil(() => !document.querySelector('iframe'));

  expect(host.names.at(-1)).toBe('pageShown');
});

test('a second start leaves the first page unheard', async () => {
  const first = await start('says');
  host.start(pageSession(PAGE, 'says'));
  await vi.waitUntil(() => frameThere() && frameThere() !== first);
  await vi.waitUntil(() => host.names.filter((name) => name === 'pageShown').length === 2);

  expect(document.querySelectorAll('iframe')).toHaveLength(1);
  expect(host.names).not.toContain('readyToClose');
});

test('what only Jitsi can be told is passed over', async () => {
  await start('says');
  host.instruct({ do: 'setLobby' });
  host.instruct({ do: 'askRooms' });
  host.show({ kind: 'clear' });

  expect(document.activeElement).toBe(frameThere());
  expect(host.names.at(-1)).toBe('pageShown');
});

function frameThere(): HTMLIFrameElement | null {
  return document.querySelector('.place iframe');
}

async function start(leaves: 'loads' | 'says', path = PAGE): Promise<HTMLIFrameElement> {
  host.start(pageSession(path, leaves));
  await vi.waitUntil(() => host.names.includes('pageShown'));
  const frame = frameThere();
  if (!frame) throw new Error('there is no frame');
  return frame;
}

/** The person presses something in the page. */
function press(frame: HTMLIFrameElement, id: string): void {
  frame.contentDocument?.getElementById(id)?.click();
}

/** What is heard next after the page was shown. */
async function next(): Promise<string[]> {
  const after = () => host.names.slice(host.names.indexOf('pageShown') + 1);
  await vi.waitUntil(() => after().length > 0);
  return after();
}
