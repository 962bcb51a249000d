import { expect, test } from 'vitest';

import type { RoomView } from '../bindings/RoomView';
import { findable, fold, inOrder, matching } from './rooms';

test('the room joined last comes first, the others stand as the settings have them', () => {
  const rooms = [room('Zebra'), room('Old', 5), room('Board', 10), room('Team 9'), room('All hands', 7)];
  expect(titles(inOrder(rooms))).toEqual(['Board', 'Zebra', 'Old', 'Team 9', 'All hands']);
});

test('rooms that nobody has joined stand as the settings have them', () => {
  expect(titles(inOrder([room('Zebra'), room('Board'), room('All hands')]))).toEqual(['Zebra', 'Board', 'All hands']);
  expect(inOrder([])).toEqual([]);
});

test('an empty query finds all rooms in their order', () => {
  expect(found('  ', 'B', 'A')).toEqual(['B', 'A']);
});

test('the room called so comes before those that begin so, and those before the rest', () => {
  expect(found('all', 'Overall', 'Call', 'The all', 'All hands', 'All')).toEqual([
    'All',
    'All hands',
    'The all',
    'Overall',
    'Call',
  ]);
});

test('every word has to occur, in any order', () => {
  expect(found('rev des', 'Design review', 'Design weekly', 'Sales review')).toEqual(['Design review']);
});

test('accents and case make no difference, and the name is looked at too', () => {
  expect(fold(' Größe ÉTÉ ')).toBe('grosse ete');
  expect(found('ubersicht', 'Übersicht')).toEqual(['Übersicht']);
  const named: RoomView = { name: 'q3-2026', title: 'Quarter', role: 'participant', lastJoined: null };
  expect(matching(findable([named]), 'q3-20')).toEqual([named]);
});

function room(title: string, lastJoined: number | null = null): RoomView {
  return { name: fold(title).replaceAll(' ', '-'), title, role: 'participant', lastJoined };
}

function titles(rooms: RoomView[]): string[] {
  return rooms.map(({ title }) => title);
}

function found(query: string, ...all: string[]): string[] {
  return titles(matching(findable(all.map((title) => room(title))), query));
}
