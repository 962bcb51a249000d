/** The inspector's entry. */
import '../styles/base.css';

import { mount } from 'svelte';

import { selectInspector } from '../backend/select';
import { SECTIONS } from '../texts/inspector';
import App from './App.svelte';

const backend = await selectInspector();
const section = SECTIONS.find((one) => one === location.hash.slice(1));
mount(App, { target: document.body, props: { backend, first: backend.state(), section } });
