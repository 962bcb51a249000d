import type { CheckTexts } from '../checks';

export const checks: CheckTexts = {
  names: {
    keyring: 'Schlüsselbund',
    key: 'Privater Schlüssel',
    secret: 'Geheimnis',
    keyId: 'Schlüssel-ID',
    token: 'Token',
    clock: 'Uhr',
    dns: 'Adresse des Servers',
    tcp: 'Verbindung',
    tls: 'Verschlüsselung',
    script: 'Skript der Besprechung',
    rest: 'Aufrufe beim Anbieter',
    hosts: 'Medienserver',
    surface: 'Besprechungsfenster',
    devices: 'Kamera und Mikrofon',
  },
  passed: {
    keyring: ({ kind }) => (kind ? `${kind} ist offen.` : 'Er ist offen.'),
    key: ({ bits }) => (bits ? `RSA mit ${bits} Bit; er signiert.` : 'Er signiert.'),
    secret: () => 'Es liegt im Schlüsselbund und signiert.',
    keyId: () => 'Sie gehört zu dieser AppID.',
    token: ({ system }) => (system ? `Es besteht jede Regel von ${system}.` : 'Es besteht jede Regel des Anbieters.'),
    clock: ({ seconds }) =>
      seconds === undefined || seconds === '0'
        ? 'Sie stimmt mit dem Server überein.'
        : `Sie weicht ${seconds.replace('-', '−')} s ab, und Tokens berücksichtigen das.`,
    dns: ({ host }) => (host ? `${host} wird gefunden.` : 'Sie wird gefunden.'),
    tcp: ({ host, port }) => (host ? `${host} antwortet an Port ${port ?? '443'}.` : 'Der Server antwortet.'),
    tls: () => 'Das Zertifikat des Servers ist gültig.',
    script: () => 'Der Server gibt es heraus.',
    rest: ({ host }) => (host ? `${host} nimmt das Token an und antwortet.` : 'Sie werden beantwortet.'),
    hosts: () => 'Alles, was JaaS braucht, ist erreichbar.',
    surface: ({ kind }) =>
      kind === 'chromium'
        ? 'Besprechungen gehen in einem Chromium-Fenster auf.'
        : kind === 'browser'
          ? 'Besprechungen gehen im Browser des Systems auf.'
          : 'Besprechungen gehen in einem Fenster von Roomkey auf.',
    devices: ({ cameras, microphones }) =>
      cameras === undefined || microphones === undefined
        ? 'Beide sind erreichbar.'
        : `Gefunden: ${cameras} × Kamera, ${microphones} × Mikrofon.`,
  },
  failed: {
    keyring: { what: 'Der Schlüsselbund ist nicht zu gebrauchen.', remedy: 'Installieren oder entsperren Sie ihn, und melden Sie sich neu an.' },
    key: { what: 'Es gibt keinen Schlüssel, der signiert.', remedy: 'Erzeugen oder importieren Sie einen unter „Schlüssel“.' },
    secret: { what: 'Es gibt kein Geheimnis, das signiert.', remedy: 'Fügen Sie es unter „Schlüssel“ ein.' },
    keyId: { what: 'Die Schlüssel-ID gehört zu einer anderen AppID.', remedy: 'Geben Sie unter „Schlüssel“ die richtige an.' },
    token: { what: 'Der Anbieter würde das Token ablehnen.', remedy: 'Prüfen Sie die IDs unter „Mandanten“, und was signiert, unter „Schlüssel“.' },
    clock: { what: 'Die Uhr dieses Rechners geht falsch.', remedy: 'Lassen Sie Ihr System die Zeit selbst stellen.' },
    dns: { what: 'Der Name des Servers wird nicht gefunden.', remedy: 'Prüfen Sie die Schreibweise und das DNS Ihres Netzes.' },
    tcp: { what: 'Der Server antwortet nicht.', remedy: 'Lassen Sie TCP-Port 443 in Ihrer Firewall durch.' },
    tls: { what: 'Das Zertifikat des Servers ist hier nicht gültig.', remedy: 'Prüft ein Proxy den Verkehr, nehmen Sie den Server davon aus.' },
    script: { what: 'Der Server gibt das Skript der Besprechung nicht heraus.', remedy: 'Prüfen Sie Server und IDs unter „Mandanten“.' },
    rest: { what: 'Der Server des Anbieters antwortet nicht, wie er soll.', remedy: 'Prüfen Sie den Server unter „Mandanten“ und ob ein Proxy dazwischensteht.' },
    hosts: { what: 'Einige Server von JaaS sind nicht erreichbar.', remedy: 'Lassen Sie *.8x8.com, *.8x8.vc und *.jitsi.net durch, TCP 443 und UDP 10000.' },
    surface: { what: 'Auf diesem Rechner kann nichts eine Besprechung zeigen.', remedy: 'Installieren Sie Chromium oder Firefox.' },
    devices: { what: 'Kamera oder Mikrofon sind nicht erreichbar.', remedy: 'Schließen Sie sie an, und erlauben Sie sie in den Einstellungen Ihres Systems.' },
  },
  warned: {
    secret: ({ short }) => ({
      what: `Das Geheimnis hat ${short ?? 'zu wenige'} Byte, und HS256 verlangt 32.`,
      remedy: 'Setzen Sie beim Anbieter ein längeres, und fügen Sie es unter „Schlüssel“ ein.',
    }),
  },
  skipped: {
    noKey: 'Nicht angesehen: Dazu braucht es den Schlüssel.',
    noSecret: 'Nicht angesehen: Dazu braucht es das Geheimnis.',
    noKeyId: 'Nicht angesehen: Dazu braucht es die Schlüssel-ID.',
    noToken: 'Nicht angesehen: Dazu braucht es ein Token.',
    serverNotReached: 'Nicht angesehen: Der Server war nicht zu erreichen.',
    notEncrypted: 'Nicht angesehen: Ein Server auf diesem Rechner braucht keine.',
    notOfJaas: 'Nicht angesehen: Der Server ist keiner von JaaS.',
    inRehearsal: 'Nicht angesehen: Eine Probe zeigt es.',
  },
  run: 'Jetzt prüfen',
  again: 'Erneut prüfen',
  running: 'Wird geprüft…',
  waiting: 'Wartet',
  copy: 'Als Text kopieren',
  copied: 'Kopiert, ohne Geheimnisse',
  outcomes: { pass: 'Gut', warn: 'Warnung', fail: 'Fehler', notChecked: 'Nicht geprüft' },
  allWell: 'Alles in Ordnung',
  faulty: (faults, warnings) =>
    [
      faults === 0 ? '' : faults === 1 ? 'Ein Fehler' : `${faults} Fehler`,
      warnings === 0 ? '' : warnings === 1 ? 'eine Warnung' : `${warnings} Warnungen`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  idle: (count) => `${count} Prüfungen, vom Schlüsselbund bis zur Kamera. Sie dauern einige Sekunden und ändern nichts.`,
  noTenant: 'Fügen Sie zuerst einen Mandanten hinzu.',
};
