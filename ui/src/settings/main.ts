/** The settings window's entry. */
import '../styles/base.css';

import { mount } from 'svelte';

import { selectSettings } from '../backend/select';
import { SECTIONS } from '../texts/settings';
import App from './App.svelte';

const backend = await selectSettings();
const section = SECTIONS.find((one) => one === location.hash.slice(1));
mount(App, { target: document.body, props: { backend, first: backend.state(), section } });
