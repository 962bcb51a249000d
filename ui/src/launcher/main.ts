/** The launcher window's entry. */
import '../styles/base.css';

import { mount } from 'svelte';

import { selectBackend } from '../backend/select';
import App from './App.svelte';
import { tellWhenReady } from './ready';

const backend = await selectBackend();
mount(App, { target: document.body, props: { backend, first: backend.state() } });
tellWhenReady(backend);
