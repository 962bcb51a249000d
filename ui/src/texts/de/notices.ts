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
  couldNotJoin: ({ message }) => ({
    what: 'Diesem Raum konnten Sie nicht beitreten',
    remedy: message ?? 'Wählen Sie unten einen Raum.',
  }),
  keyMissing: () => ({
    what: 'Der Schlüssel ist nicht im Schlüsselbund',
    remedy: 'Ohne ihn öffnet sich kein Raum dieser Firma. Importieren Sie ihn, oder öffnen Sie eine Verteildatei, die ihn bringt.',
  }),
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
  settingsDamaged: ({ file }) => ({
    what: 'Die Einstellungen ließen sich nicht lesen',
    remedy: `Roomkey beginnt mit neuen. Die alten liegen unter ${file}.`,
  }),
  settingsWarning: ({ path }) => ({
    what: 'Ein Teil der Einstellungen war unverständlich',
    remedy: `Roomkey lässt ihn stehen und kommt ohne ihn aus: ${path}`,
  }),
};
