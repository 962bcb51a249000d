import type { ProviderTexts } from '../providers';

export const providers: ProviderTexts = {
  choose: 'Who serves the meetings',
  kinds: {
    jaas: ['JaaS', '8x8’s service for meetings of your own brand'],
    jitsi: ['Jitsi Meet', 'a server that your company runs itself'],
    videoSdk: ['VideoSDK', 'the service of videosdk.live, on its prebuilt page'],
    jioMeet: ['JioMeet', 'Jio’s service, by the rooms’ guest links'],
  },
  more: 'More',
  signing: 'What signs the tokens',
  jitsi: {
    fields: {
      domain: ['Server', 'Where your meetings are, such as meet.example.org.'],
      appId: ['App ID', 'app_id in the server’s Prosody configuration; JWT_APP_ID with Docker.'],
      keyName: ['Key’s name', 'A name of your choice, such as roomkey-2026. The file with the public key is called after it.'],
      tenant: [
        'Tenant in the address',
        'For rooms at server/tenant/room. Write * for a server that calls itself otherwise than its address, as with Docker.',
      ],
      audience: ['Audience', 'One of asap_accepted_audiences; JWT_ACCEPTED_AUDIENCES with Docker.'],
    },
    signing: {
      secret: ['A secret', 'app_secret on the server; JWT_APP_SECRET with Docker'],
      key: ['A private key', 'asap_key_server serves its public half; JWT_ASAP_KEYSERVER with Docker'],
    },
  },
  videoSdk: {
    fields: {
      apiKey: ['API key', 'VideoSDK dashboard, page API Keys. It is no secret: every token names it.'],
      tokenServer: ['Token server', 'The name of your server, such as tokens.example.org. It answers GET /get-token.'],
      api: ['REST’s server', 'Where rooms are made and listed.'],
      pages: ['Page’s server', 'Where the page of the meeting comes from.'],
      pageVersion: ['Page’s version', 'Of the prebuilt page, rtc-js-prebuilt.'],
    },
    signing: {
      secret: ['A secret, on this computer', 'VideoSDK dashboard, page API Keys, beside the key'],
      server: ['A token server', 'a server of yours makes the tokens, so that no desk has the secret'],
    },
  },
  jioMeet: {
    fields: {
      appId: ['App ID', 'platform.jiomeet.com, section Apps.'],
      issuer: ['Issuer', 'Who makes the tokens, their iss.'],
      domain: ['Server', 'Where its REST and its meetings are.'],
    },
    signing: {
      secret: ['A secret', 'one step, as JioMeet calls it: the platform shows it when the app is made'],
      key: ['A private key', 'two steps: the platform has its public half'],
    },
  },
  issuerUsual: 'the App ID',
  bearer: 'Send the token behind “Bearer”',
  bearerNote: 'Only where JioMeet refuses it alone.',
  secretFrom: {
    jitsi: 'Copy app_secret from the server’s Prosody configuration, JWT_APP_SECRET with Docker, and paste it here.',
    videoSdk: 'Copy it in the VideoSDK dashboard, page API Keys, and paste it here.',
    jioMeet: 'Copy it at platform.jiomeet.com, section Apps, and paste it here.',
  },
};
