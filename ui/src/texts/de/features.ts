import type { FeatureTexts } from '../features';

export const features: FeatureTexts = {
  groups: {
    record: 'Aufzeichnen und übertragen',
    phone: 'Telefon und Raumsysteme',
    together: 'Zusammenarbeiten',
    lead: 'Leiten',
    rest: 'Weiteres',
  },
  features: {
    recording: ['Aufzeichnung', 'Zeichnet Bild und Ton auf; JaaS hält den Link 24 Stunden bereit.'],
    livestreaming: ['Liveübertragung', 'Überträgt öffentlich, etwa auf YouTube.'],
    transcription: ['Mitschrift', 'Schreibt mit, was gesagt wird.'],
    'live-translation': ['Liveübersetzung', 'Übersetzt, während gesprochen wird.'],
    'live-translation-subscribe': ['Übersetzung empfangen', 'Bekommt die Liveübersetzung.'],
    'inbound-call': ['Einwahl', 'Man nimmt per Telefon teil.'],
    'outbound-call': ['Telefon anrufen', 'Ruft jemanden in die Besprechung.'],
    'sip-inbound-call': ['Einwahl von Raumsystemen', 'Ein SIP-Gerät nimmt teil.'],
    'sip-outbound-call': ['Raumsystem anrufen', 'Ruft ein SIP-Gerät in die Besprechung.'],
    'screen-sharing': ['Bildschirm zeigen', 'Zeigt ein Fenster oder den ganzen Bildschirm.'],
    'file-upload': ['Dateien', 'Teilt Dateien mit allen in der Besprechung.'],
    'send-groupchat': ['Chat', 'Schreibt an alle; zählt nur, wo die Marke es verlangt.'],
    'send-private-message': ['Private Nachrichten', 'Schreibt an eine Person.'],
    'create-polls': ['Umfragen', 'Beginnt eine Umfrage; zählt nur, wo die Marke es verlangt.'],
    moderation: ['Andere stummschalten', 'Schaltet stumm und lässt sprechen.'],
    lobby: ['Lobby', 'Lässt warten, bis jemand eingelassen wird.'],
    'list-visitors': ['Liste der Zusehenden', 'Sieht, wer zusieht.'],
    room: ['Raumeinstellungen', 'Ändert Einstellungen des Raums während der Besprechung.'],
    branding: ['Marke', 'Zeigt das Aussehen, das in der Konsole eingestellt ist.'],
    calendar: ['Kalender', 'Zeigt Besprechungen aus einem Kalender.'],
    flip: ['Gerätewechsel', 'Nimmt die Besprechung auf ein anderes Gerät mit.'],
  },
  costs: {
    minutes: 'nach Minuten',
    plan: 'je nach Tarif',
    none: 'ohne Mehrkosten',
  },
  billing:
    'Was berechnet wird und wie viel, entscheidet Ihr JaaS-Tarif; Roomkey kann ihn nicht sehen. „Nach Minuten“ gilt in den meisten Tarifen. Der Tarif kann auch abschalten, was hier an ist.',
};
