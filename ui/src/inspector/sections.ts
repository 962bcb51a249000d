/** The sections with their icons and what draws them. */
import type { LucideIcon } from '@lucide/svelte';
import Hammer from '@lucide/svelte/icons/hammer';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import UsersRound from '@lucide/svelte/icons/users-round';
import WebhookIcon from '@lucide/svelte/icons/webhook';
import type { Component } from 'svelte';

import type { Section } from '../texts/inspector';
import type { Inspector } from './inspector.svelte';
import Make from './make/Make.svelte';
import Prove from './prove/Prove.svelte';
import Meetings from './meetings/Meetings.svelte';
import Read from './read/Read.svelte';
import Webhooks from './webhooks/Webhooks.svelte';

export const SECTION_PARTS: Record<Section, Component<{ inspector: Inspector }>> = {
  make: Make,
  read: Read,
  prove: Prove,
  meetings: Meetings,
  webhooks: Webhooks,
};

export const SECTION_ICONS: Record<Section, LucideIcon> = {
  make: Hammer,
  read: ScanSearch,
  prove: ClipboardCheck,
  meetings: UsersRound,
  webhooks: WebhookIcon,
};
