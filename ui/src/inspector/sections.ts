/** The sections with their icons and what draws them. */
import type { LucideIcon } from '@lucide/svelte';
import Hammer from '@lucide/svelte/icons/hammer';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import type { Component } from 'svelte';

import type { Section } from '../texts/inspector';
import type { Inspector } from './inspector.svelte';
import Make from './make/Make.svelte';
import Prove from './prove/Prove.svelte';
import Read from './read/Read.svelte';

export const SECTION_PARTS: Record<Section, Component<{ inspector: Inspector }>> = {
  make: Make,
  read: Read,
  prove: Prove,
};

export const SECTION_ICONS: Record<Section, LucideIcon> = {
  make: Hammer,
  read: ScanSearch,
  prove: ClipboardCheck,
};
