import { expect, test } from 'vitest';

/** What has an arm for each provider because it has the fields of each, or plays their servers. */
const ARMS = [
  'backend/fake/',
  // The key id is asked for with the AppID, before there is a tenant to ask.
  'launcher/setup/CompanyStep.svelte',
  'launcher/setup/SigningStep.svelte',
  'launcher/setup/draft.svelte.ts',
  'provider/NewProvider.svelte',
  'provider/ProviderForm.svelte',
  'provider/draft.svelte.ts',
  'provider/fields.ts',
  'settings/AddTenant.svelte',
  'settings/provider/TenantFields.svelte',
  'texts/providers.ts',
];

/** A provider's kind, as the fields name it, in quotes. */
const KIND = /(['"`])(?:jaas|jitsi|videoSdk|jioMeet)\1/;

test('which provider it is, is asked where its fields are and nowhere else', () => {
  const sources: Record<string, string> = import.meta.glob('/src/**/*.{ts,svelte}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const places = Object.entries(sources)
    .map(([path, source]): [string, string] => [path.replace('/src/', ''), source])
    .filter(([path]) => !/\.test\.ts$|^bindings\/|^testing\//.test(path));
  expect(places.length).toBeGreaterThan(150);
  const asking = places.filter(([, source]) => KIND.test(source)).map(([path]) => path);
  expect(asking.filter((path) => !ARMS.some((arm) => path.startsWith(arm)))).toEqual([]);
  // An exception that nothing needs is one too many.
  expect(ARMS.filter((arm) => !asking.some((path) => path.startsWith(arm)))).toEqual([]);
});
