/** Which rooms the list shows and in which order. Pure: nothing here knows the page. */
import type { RoomView } from '../bindings/RoomView';

/** A line of the list: a room that is there, or one that would be new. */
export type Row = RoomRow | NewRow;

export type RoomRow = RoomView & { kind: 'room' };

export type NewRow = { kind: 'new'; name: string; title: string };

/** As the settings have them, but for the room that was joined last: it comes first. */
export function inOrder(rooms: readonly RoomView[]): RoomView[] {
  const joinedAt = ({ lastJoined }: RoomView) => lastJoined ?? -Infinity;
  const latest = Math.max(...rooms.map(joinedAt));
  const last = latest === -Infinity ? undefined : rooms.find((room) => joinedAt(room) === latest);
  return last === undefined ? [...rooms] : [last, ...rooms.filter((room) => room !== last)];
}

/** What words are looked for in. */
export interface Named {
  name: string;
  title: string;
}

/** A room with the text in which words are looked for, folded once. */
export interface Findable<Room extends Named = RoomView> {
  room: Room;
  title: string;
  /** Title and name. */
  folded: string;
}

export function findable<Room extends Named>(rooms: readonly Room[]): Findable<Room>[] {
  return rooms.map((room) => {
    const title = fold(room.title);
    return { room, title, folded: `${title} ${room.name}` };
  });
}

/**
 * The rooms in which every word of the query occurs: first the one that is called so, then
 * those whose title begins so, then those in which a word begins with the first word, then
 * the rest; each in order.
 */
export function matching<Room extends Named>(
  rooms: readonly Findable<Room>[],
  query: string,
): Room[] {
  const words = fold(query).split(/\s+/u).filter((word) => word !== '');
  const first = words[0];
  if (first === undefined) return rooms.map(({ room }) => room);
  const whole = words.join(' ');
  const ranks: [Room[], Room[], Room[], Room[]] = [[], [], [], []];
  for (const { room, title, folded } of rooms) {
    if (!words.every((word) => folded.includes(word))) continue;
    if (title === whole || room.name === whole) ranks[0].push(room);
    else if (title.startsWith(whole)) ranks[1].push(room);
    else if (title.startsWith(first) || folded.includes(` ${first}`)) ranks[2].push(room);
    else ranks[3].push(room);
  }
  return ranks.flat();
}

/** Lower case without accents, so that "uberblick" finds "Überblick". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').trim();
}
