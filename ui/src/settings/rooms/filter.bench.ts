/** Typing into the filter of five thousand rooms: one frame at 60 Hz has 16.7 ms. */
import '../../styles/base.css';

import { flushSync, mount } from 'svelte';
import { bench } from 'vitest';

import { fakeSettings } from '../../backend/fake/settings';
import Rooms from './Rooms.svelte';
import { Settings } from '../settings.svelte';

const fake = fakeSettings({ scenario: 'thousands' });
const settings = new Settings(fake, fake.view(), 'rooms');
mount(Rooms, { target: document.body, props: { settings } });
await new Promise((done) => setTimeout(done, 200));
const field = document.querySelector<HTMLInputElement>('input[type=search]');
const typed = ['r', 're', 'ret', 'retro', 'retro 1', 'retro 12', 'retro', 're', ''];
let at = 0;

bench('one keystroke, until the list is laid out anew', () => {
  if (field === null) throw new Error('no field');
  field.value = typed[at++ % typed.length] ?? '';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
  void document.body.offsetHeight;
});
