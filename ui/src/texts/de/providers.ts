import type { ProviderTexts } from '../providers';

export const providers: ProviderTexts = {
  choose: 'Wer die Besprechungen bereitstellt',
  kinds: {
    jaas: ['JaaS', 'der Dienst von 8x8 für Besprechungen unter eigener Marke'],
    jitsi: ['Jitsi Meet', 'ein Server, den Ihr Unternehmen selbst betreibt'],
    videoSdk: ['VideoSDK', 'der Dienst von videosdk.live, auf dessen fertiger Seite'],
    jioMeet: ['JioMeet', 'der Dienst von Jio, über die Gastlinks der Räume'],
  },
  more: 'Weiteres',
  signing: 'Was die Tokens signiert',
  jitsi: {
    fields: {
      domain: ['Server', 'Wo Ihre Besprechungen sind, etwa meet.example.org.'],
      appId: ['App-ID', 'app_id in der Prosody-Konfiguration des Servers; mit Docker JWT_APP_ID.'],
      keyName: ['Name des Schlüssels', 'Ein Name Ihrer Wahl, etwa roomkey-2026. Nach ihm heißt die Datei mit dem öffentlichen Schlüssel.'],
      tenant: [
        'Mandant in der Adresse',
        'Für Räume unter Server/Mandant/Raum. Schreiben Sie *, wenn der Server sich anders nennt als seine Adresse, wie mit Docker.',
      ],
      audience: ['Audience', 'Eine aus asap_accepted_audiences; mit Docker JWT_ACCEPTED_AUDIENCES.'],
    },
    signing: {
      secret: ['Ein Geheimnis', 'app_secret auf dem Server; mit Docker JWT_APP_SECRET'],
      key: ['Ein privater Schlüssel', 'asap_key_server gibt die öffentliche Hälfte aus; mit Docker JWT_ASAP_KEYSERVER'],
    },
  },
  videoSdk: {
    fields: {
      apiKey: ['API-Schlüssel', 'VideoSDK-Dashboard, Seite „API Keys“. Er ist nicht geheim: Jedes Token nennt ihn.'],
      tokenServer: ['Tokenserver', 'Der Name Ihres Servers, etwa tokens.example.org. Er antwortet auf GET /get-token.'],
      api: ['Server der REST-Schnittstelle', 'Wo Räume entstehen und aufgezählt werden.'],
      pages: ['Server der Seite', 'Woher die Seite der Besprechung kommt.'],
      pageVersion: ['Version der Seite', 'Der fertigen Seite, rtc-js-prebuilt.'],
    },
    signing: {
      secret: ['Ein Geheimnis, auf diesem Rechner', 'VideoSDK-Dashboard, Seite „API Keys“, neben dem Schlüssel'],
      server: ['Ein Tokenserver', 'ein Server von Ihnen macht die Tokens, so hat kein Platz das Geheimnis'],
    },
  },
  jioMeet: {
    fields: {
      appId: ['App-ID', 'platform.jiomeet.com, Bereich „Apps“.'],
      issuer: ['Aussteller', 'Wer die Tokens macht, ihr iss.'],
      domain: ['Server', 'Wo REST-Schnittstelle und Besprechungen sind.'],
    },
    signing: {
      secret: ['Ein Geheimnis', 'bei JioMeet „one step“: Die Plattform zeigt es, wenn die App entsteht'],
      key: ['Ein privater Schlüssel', 'bei JioMeet „two step“: Die Plattform hat die öffentliche Hälfte'],
    },
  },
  issuerUsual: 'die App-ID',
  bearer: 'Das Token hinter „Bearer“ senden',
  bearerNote: 'Nur wo JioMeet es allein ablehnt.',
  secretFrom: {
    jitsi: 'Kopieren Sie app_secret aus der Prosody-Konfiguration des Servers, mit Docker JWT_APP_SECRET, und fügen Sie es hier ein.',
    videoSdk: 'Kopieren Sie es im VideoSDK-Dashboard, Seite „API Keys“, und fügen Sie es hier ein.',
    jioMeet: 'Kopieren Sie es unter platform.jiomeet.com, Bereich „Apps“, und fügen Sie es hier ein.',
  },
};
