import type { ServiceErrorTexts, Values } from '../errors';

/** Die eigenen Worte des Servers, wo er welche hat. */
const said = ({ said: words }: Values) => (words === undefined ? '' : ` Er sagt: „${words}“.`);

export const serviceErrors: ServiceErrorTexts = {
  commandForbidden: (values) => ({
    what: `Der Server kennt den Schlüssel und erlaubt das nicht.${said(values)}`,
    remedy: 'Prüfen Sie, ob der Schlüssel zu diesem Mandanten gehört und ob sein Tarif Befehle umfasst.',
  }),
  commandMalformed: (values) => ({
    what: `Der Server versteht den Befehl nicht.${said(values)}`,
    remedy: 'Prüfen Sie den Raum und die ID.',
  }),
  commandNotFound: (values) => ({
    what: `Der Server findet keine solche Besprechung oder Person.${said(values)}`,
    remedy: 'Prüfen Sie den Raum und die ID: Beide gibt es nur, solange die Besprechung dauert.',
  }),
  commandOther: (values) => ({
    what: `Der Server hat mit ${values.status ?? 'etwas'} geantwortet, was Roomkey nicht kennt.${said(values)}`,
    remedy: 'Sehen Sie nach, ob der Befehl ausgeführt wurde, bevor Sie es erneut versuchen.',
  }),
  commandPage: ({ status }) => ({
    what: `Statt einer Antwort kam eine Webseite (${status}).`,
    remedy: 'Prüfen Sie den Server des Mandanten und ob ein Proxy oder eine Anmeldeseite dazwischensteht.',
  }),
  commandRedirected: () => ({
    what: 'Der Server schickt Roomkey an eine andere Adresse, und Roomkey trägt das Token nicht dorthin.',
    remedy: 'Prüfen Sie den Server des Mandanten.',
  }),
  commandServerFailed: (values) => ({
    what: `Der Server ist gescheitert (${values.status}).${said(values)}`,
    remedy: 'Sehen Sie nach, ob der Befehl ausgeführt wurde, bevor Sie es erneut versuchen.',
  }),
  commandTooLong: () => ({
    what: 'Der Server hat mehr geantwortet, als ein Befehl braucht, und Roomkey hat es nicht gelesen.',
    remedy: 'Prüfen Sie den Server des Mandanten, und sehen Sie nach, ob der Befehl ausgeführt wurde.',
  }),
  commandTooMany: (values) => ({
    what: `Der Server hat zu viele Befehle bekommen.${said(values)}`,
    remedy: 'Warten Sie eine Minute, und versuchen Sie es erneut.',
  }),
  commandUnanswered: ({ host }) => ({
    what: `${host ?? 'Der Server'} hat nicht rechtzeitig geantwortet.`,
    remedy: 'Sehen Sie nach, ob der Befehl ausgeführt wurde, bevor Sie es erneut versuchen.',
  }),
  commandUnauthorised: (values) => ({
    what: `Der Server nimmt den Schlüssel nicht an.${said(values)}`,
    remedy:
      'Prüfen Sie, ob der öffentliche Schlüssel in der JaaS-Konsole unter dieser Schlüssel-ID steht und ob die Uhr dieses Computers richtig geht.',
  }),
  idEmpty: () => ({ what: 'Die ID fehlt.', remedy: 'Nehmen Sie sie aus einem Webhook.' }),
  idMalformed: () => ({
    what: 'Das ist keine ID.',
    remedy: 'Schreiben Sie sie allein, wie ein Webhook sie nennt.',
  }),
  secretEmpty: () => ({
    what: 'In der Zwischenablage ist kein Text.',
    remedy: 'Kopieren Sie das Geheimnis in der JaaS-Konsole: Webhooks, der Endpunkt, „Reveal secret“.',
  }),
  secretMalformed: () => ({
    what: 'Das Geheimnis ist nicht ganz, oder in der Zwischenablage ist noch mehr.',
    remedy: 'Kopieren Sie es allein, ab whsec_.',
  }),
  secretNone: () => ({
    what: 'Kein Geheimnis dieses Mandanten liegt im Schlüsselbund.',
    remedy: 'Kopieren Sie es in der JaaS-Konsole, und fügen Sie es oben ein.',
  }),
  secretNoPrefix: () => ({
    what: 'In der Zwischenablage ist kein Webhook-Geheimnis: Es beginnt nicht mit whsec_.',
    remedy: 'Kopieren Sie es in der JaaS-Konsole: Webhooks, der Endpunkt, „Reveal secret“.',
  }),
  signatureEmpty: () => ({
    what: 'Die Signatur fehlt.',
    remedy: 'Fügen Sie den Wert der Kopfzeile X-Jaas-Signature ein.',
  }),
  signatureMalformed: () => ({
    what: 'Das v1 der Signatur ist abgeschnitten oder verändert.',
    remedy: 'Fügen Sie die ganze Kopfzeile ein.',
  }),
  signatureNoScheme: () => ({
    what: 'Der Signatur fehlt v1, das einzige Verfahren von JaaS.',
    remedy: 'Fügen Sie die ganze Kopfzeile ein.',
  }),
  signatureNoTime: () => ({
    what: 'Der Signatur fehlt die Zeit.',
    remedy: 'Fügen Sie die ganze Kopfzeile ein, die mit t= beginnt.',
  }),
  signatureSeveralTimes: () => ({
    what: 'Die Signatur hat mehrere Zeiten.',
    remedy: 'Fügen Sie die Kopfzeile einer einzigen Zustellung ein.',
  }),
  signatureTimeMalformed: () => ({
    what: 'Die Zeit der Signatur ist keine Zahl von Sekunden.',
    remedy: 'Fügen Sie die Kopfzeile ein, wie sie zugestellt wurde.',
  }),
  tokenOfAnotherTenant: () => ({
    what: 'Dieses Token gehört zu einem anderen Mandanten.',
    remedy: 'Wählen Sie diesen Mandanten, oder fügen Sie ein Token des gewählten ein.',
  }),
  webhookBodyEmpty: () => ({
    what: 'Der Inhalt fehlt.',
    remedy: 'Fügen Sie ein, was JaaS zugestellt hat, ganz und unverändert.',
  }),
  webhookBodyNoEvent: () => ({
    what: 'Der Inhalt ist kein Ereignis.',
    remedy: 'Fügen Sie ein, was JaaS zugestellt hat, von der ersten { bis zur letzten }.',
  }),
  webhookBodyNotJson: () => ({
    what: 'Der Inhalt ist kein JSON.',
    remedy: 'Fügen Sie ein, was JaaS zugestellt hat, ganz und ohne die Kopfzeilen.',
  }),
  webhookBodyTooLarge: () => ({
    what: 'Der Inhalt ist größer als 1 MB.',
    remedy: 'Fügen Sie eine einzige Zustellung ein.',
  }),
};
