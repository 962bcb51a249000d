/** The sections with their icons and what draws them. */
import type { LucideIcon } from '@lucide/svelte';
import Building from '@lucide/svelte/icons/building-2';
import DoorOpen from '@lucide/svelte/icons/door-open';
import Eraser from '@lucide/svelte/icons/eraser';
import KeyRound from '@lucide/svelte/icons/key-round';
import ListChecks from '@lucide/svelte/icons/list-checks';
import PackageOpen from '@lucide/svelte/icons/package-open';
import Palette from '@lucide/svelte/icons/palette';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';

import type { Locked } from '../bindings/Locked';
import { SECTIONS, type Section } from '../texts/settings';
import Brand from './brand/Brand.svelte';
import CheckSetup from './CheckSetup.svelte';
import CleanSlate from './CleanSlate.svelte';
import Keys from './keys/Keys.svelte';
import People from './people/People.svelte';
import Preferences from './Preferences.svelte';
import Rollout from './Rollout.svelte';
import Rooms from './rooms/Rooms.svelte';
import type { Settings } from './settings.svelte';
import Tenants from './Tenants.svelte';

/** The section that the page's address names, once: the next time it may be named again. */
export function askedFor(): Section | undefined {
  const section = SECTIONS.find((one) => one === location.hash.slice(1));
  if (section !== undefined) history.replaceState(null, '', location.pathname + location.search);
  return section;
}

export const SECTION_PARTS: Record<Section, Component<{ settings: Settings }>> = {
  tenants: Tenants,
  key: Keys,
  rooms: Rooms,
  people: People,
  brand: Brand,
  check: CheckSetup,
  rollout: Rollout,
  preferences: Preferences,
  slate: CleanSlate,
};

export const SECTION_ICONS: Record<Section, LucideIcon> = {
  tenants: Building,
  key: KeyRound,
  rooms: DoorOpen,
  people: Users,
  brand: Palette,
  check: ListChecks,
  rollout: PackageOpen,
  preferences: SlidersHorizontal,
  slate: Eraser,
};

/** What of a policy locks a section. */
export const SECTION_LOCKS: Partial<Record<Section, Locked>> = {
  tenants: 'tenants',
  key: 'keys',
  rooms: 'rooms',
  people: 'people',
  brand: 'brand',
  preferences: 'preferences',
};
