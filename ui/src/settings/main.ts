/** The settings window's entry. */
import '../styles/base.css';

import { mount } from 'svelte';

import { selectSettings } from '../backend/select';
import App from './App.svelte';
import { askedFor } from './sections';

const backend = await selectSettings();
mount(App, { target: document.body, props: { backend, first: backend.state(), section: askedFor() } });
