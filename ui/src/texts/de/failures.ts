import type { Failure } from '../../bindings/Failure';
import type { TokenRefusal } from '../../bindings/TokenRefusal';
import type { Ending } from '../../bindings/Ending';
import type { Explained } from '../explained';

/** Warum eine Besprechung nicht zustande kam, im Startfenster und auf der Besprechungsseite. */
export function failure(of: Failure): Explained {
  switch (of.kind) {
    case 'hostUnreachable':
      return {
        what: 'Der Besprechungsserver antwortet nicht',
        why: 'Roomkey hat ihn über dieses Netz nicht erreicht.',
        remedy: 'Prüfen Sie die Verbindung und gegebenenfalls das VPN, dann versuchen Sie es erneut.',
      };
    case 'noIframeApi':
      return {
        what: 'Dieser Server bietet keine Besprechungen an',
        why: 'Er antwortet, aber nicht mit dem Besprechungsskript von Jitsi.',
        remedy: 'Fragen Sie, wer Roomkey eingerichtet hat, ob der Name des Servers stimmt.',
      };
    case 'clientSilent':
      return {
        what: 'Die Besprechung startet nicht',
        why: 'Der Server hat seine Seite geschickt, danach kam nichts mehr.',
        remedy: 'Versuchen Sie es in einer Minute erneut.',
      };
    case 'browserUnsupported':
      return {
        what: 'Dieses Fenster kann die Besprechung nicht zeigen',
        why: 'Die Besprechung braucht eine Browser-Engine mit WebRTC.',
        remedy: 'Wählen Sie in den Einstellungen ein anderes Fenster für Besprechungen.',
      };
    case 'tokenRefused':
      return {
        what: 'Der Server hat Ihren Schlüssel abgelehnt',
        why: tokenRefusal[of.reason],
        remedy: tokenRemedy[of.reason],
      };
    case 'roomRefused':
      return {
        what: 'Dieser Raum steht Ihnen nicht offen',
        why: 'Der Server sagt, Ihr Schlüssel gelte für einen anderen Raum.',
        remedy: 'Versuchen Sie es erneut. Hilft das nicht, melden Sie es der Person, die Roomkey eingerichtet hat.',
      };
    case 'lobbyRefused':
      return {
        what: 'Sie wurden nicht eingelassen',
        why: 'Die Moderation hat Ihre Anfrage abgelehnt.',
        remedy: 'Fragen Sie nach und versuchen Sie es dann erneut.',
      };
    case 'serverUnreachable':
      return {
        what: 'Die Verbindung zur Besprechung ist abgerissen',
        why: 'Der Server antwortet nicht mehr.',
        remedy: 'Prüfen Sie die Verbindung und versuchen Sie es erneut.',
      };
    case 'signingFailed':
      return {
        what: 'Ihr Schlüssel ließ sich nicht verwenden',
        why: 'Roomkey konnte mit dem Schlüssel aus dem Schlüsselbund nicht unterschreiben.',
        remedy: 'Richten Sie den Schlüssel noch einmal ein.',
      };
  }
}

const TELL_ADMIN = 'Melden Sie es der Person, die Roomkey eingerichtet hat.';
const AGAIN_OR_TELL =
  'Versuchen Sie es erneut. Hilft das nicht, melden Sie es der Person, die Roomkey eingerichtet hat.';

const tokenRefusal: Record<TokenRefusal, string> = {
  expired: 'Er sagt, der Schlüssel sei abgelaufen. Meist geht die Uhr dieses Rechners nach.',
  notYetValid: 'Er sagt, der Schlüssel gelte noch nicht. Meist geht die Uhr dieses Rechners vor.',
  badSignature: 'Der private Schlüssel hier passt nicht zum öffentlichen bei 8x8.',
  unknownKey: 'Er kennt die Schlüssel-ID nicht oder hat den öffentlichen Schlüssel noch nicht geladen.',
  issuer: 'Er akzeptiert den Aussteller des Schlüssels nicht.',
  audience: 'Er akzeptiert nicht, für wen der Schlüssel ausgestellt ist.',
  noContext: 'Der Schlüssel sagt nichts über die Person.',
  wrongTenant: 'Schlüssel-ID und AppID gehören zu verschiedenen Firmen.',
  malformed: 'Er konnte den Schlüssel nicht lesen.',
  missing: 'Er hat gar keinen Schlüssel bekommen.',
  other: 'Er nennt einen Grund, den Roomkey nicht kennt.',
};

const tokenRemedy: Record<TokenRefusal, string> = {
  expired: 'Lassen Sie die Uhrzeit automatisch einstellen und versuchen Sie es erneut.',
  notYetValid: 'Lassen Sie die Uhrzeit automatisch einstellen und versuchen Sie es erneut.',
  badSignature: 'Die Administration muss den öffentlichen Schlüssel in der Konsole erneut hochladen.',
  unknownKey: 'Die Administration muss die Schlüssel-ID in der Konsole unter „API Keys“ prüfen.',
  issuer: TELL_ADMIN,
  audience: TELL_ADMIN,
  noContext: TELL_ADMIN,
  wrongTenant: 'Die Administration muss AppID und Schlüssel-ID in der Konsole prüfen.',
  malformed: AGAIN_OR_TELL,
  missing: AGAIN_OR_TELL,
  other: AGAIN_OR_TELL,
};

export const endings: Record<Ending, string> = {
  hungUp: 'Sie haben die Besprechung verlassen',
  removed: 'Die Moderation hat Sie aus der Besprechung entfernt',
  endedForAll: 'Die Besprechung wurde für alle beendet',
  closed: 'Das Besprechungsfenster wurde geschlossen',
};
