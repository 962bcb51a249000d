/** The part of the day, as people greet each other in it. */
export type Daytime = 'morning' | 'day' | 'evening';

export function daytime(now: Date): Daytime {
  const hour = now.getHours();
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'day' : 'evening';
}
