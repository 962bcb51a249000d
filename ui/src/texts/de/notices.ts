import { COMMANDS, onLinux } from '../errors';
import type { NoticeTexts } from '../notices';
import { secondsInWords } from '../units';

export const notices: NoticeTexts = {
  clockSkew: ({ seconds }) => {
    const skew = Number(seconds);
    const by = secondsInWords('de', Math.abs(skew));
    return {
      what: `Die Uhr dieses Rechners geht ${by} ${skew < 0 ? 'nach' : 'vor'}`,
      remedy:
        'Roomkey datiert Ihre Token nach der Uhr des Servers, Besprechungen öffnen sich also trotzdem. Lassen Sie die Uhr automatisch stellen.',
    };
  },
  couldNotImport: (_, why) => ({ what: 'Diese Verteildatei ließ sich nicht öffnen', remedy: why }),
  couldNotJoin: (_, why) => ({ what: 'Diesem Raum konnten Sie nicht beitreten', remedy: why }),
  couldNotRehearse: (_, why) => ({ what: 'Die Probe ließ sich nicht öffnen', remedy: why }),
  keyMissing: ({ tenant, signing }) => {
    const [what, it] = signing === 'secret' ? ['Das Geheimnis', 'es'] : ['Der Schlüssel', 'ihn'];
    return {
      what: `${what} ist nicht im Schlüsselbund`,
      remedy: `Ohne ${it} öffnet sich kein Raum von ${tenant}. Bringen Sie ${it} in den Einstellungen unter „Schlüssel“ ein, oder öffnen Sie eine Verteildatei, die ${it} bringt.`,
    };
  },
  keyringAbsent: () => ({
    what: 'Auf diesem Rechner gibt es keinen Schlüsselbund',
    remedy:
      'Roomkey bewahrt Schlüssel nirgends sonst auf. Installieren Sie einen, etwa gnome-keyring oder kwalletmanager, und melden Sie sich neu an.',
    ...onLinux(COMMANDS.getKeyring),
  }),
  keyringLocked: () => ({
    what: 'Der Schlüsselbund ist gesperrt',
    remedy:
      'Treten Sie einem Raum bei, und beantworten Sie die Frage des Schlüsselbunds mit Ihrem Anmeldepasswort.',
  }),
  noChromium: () => ({
    what: 'Besprechungen öffnen sich in Ihrem Browser',
    remedy:
      'Mit Chromium haben sie ein eigenes Fenster, und Kamera und Mikrofon gehen ohne Nachfrage an.',
    ...onLinux(COMMANDS.getChromium),
  }),
  settingsDamaged: ({ path }) => ({
    what: 'Die Einstellungen ließen sich nicht lesen',
    remedy: `Roomkey beginnt mit neuen. Bringen Sie ${path} in Ordnung, oder richten Sie Roomkey neu ein: Die alte Datei bleibt daneben als settings.damaged-1.json.`,
  }),
  settingsNewer: () => ({
    what: 'Ein neueres Roomkey hat die Einstellungen gespeichert',
    remedy:
      'Sie gelten, soweit dieses sie kennt, und vor der ersten Änderung wird eine Kopie behalten. Aktualisieren Sie Roomkey.',
  }),
  settingsUnreadable: ({ path }) => ({
    what: 'Die Einstellungen lassen sich weder lesen noch speichern',
    remedy: `Roomkey beginnt mit neuen und kann sie nicht behalten. Geben Sie sich das Recht, ${path} zu lesen und zu ändern, und starten Sie Roomkey neu.`,
  }),
  settingsWarning: ({ path }) => ({
    what: 'Ein Teil der Einstellungen war unverständlich',
    remedy: `Roomkey lässt ihn stehen und kommt ohne ihn aus: ${path}`,
  }),
};
