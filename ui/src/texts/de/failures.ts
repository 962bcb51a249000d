import type { Failure } from '../../bindings/Failure';
import type { TokenRefusal } from '../../bindings/TokenRefusal';
import type { Ending } from '../../bindings/Ending';
import type { Explained } from '../explained';

/** Warum eine Besprechung nicht zustande kam, im Startfenster und auf der Besprechungsseite. */
export function failure(of: Failure): Explained {
  switch (of.kind) {
    case 'pageSilent':
      return {
        what: 'Das Besprechungsfenster startet nicht',
        why: 'Es ging auf, danach kam nichts mehr.',
        remedy: 'Versuchen Sie es erneut. Hilft das nicht, wählen Sie in den Einstellungen ein anderes Fenster.',
      };
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
        what: 'Der Server hat Ihr Token abgelehnt',
        why: tokenRefusal[of.reason],
        remedy: of.clockSuspect ? SET_CLOCK : tokenRemedy[of.reason],
      };
    case 'roomRefused':
      return {
        what: 'Dieser Raum steht Ihnen nicht offen',
        why: 'Der Server sagt, Ihr Token gelte für einen anderen Raum.',
        remedy: 'Versuchen Sie es erneut. Hilft das nicht, melden Sie es der Person, die Roomkey eingerichtet hat.',
      };
    case 'roomFull':
      return {
        what: 'Der Raum ist voll',
        why: 'Es sind so viele Personen darin, wie der Tarif Ihrer Firma erlaubt.',
        remedy: 'Versuchen Sie es erneut, sobald jemand gegangen ist.',
      };
    case 'lobbyRefused':
      return {
        what: 'Sie wurden nicht eingelassen',
        why: 'Die Moderation hat Ihre Anfrage abgelehnt.',
        remedy: 'Fragen Sie nach und versuchen Sie es dann erneut.',
      };
    case 'serverUnreachable':
      return {
        what: 'Es gibt keine Verbindung zur Besprechung',
        why: 'Der Server antwortet nicht.',
        remedy: 'Prüfen Sie die Verbindung und versuchen Sie es erneut.',
      };
    case 'signingFailed':
      return {
        what: 'Es ließ sich kein Token ausstellen',
        why: 'Roomkey konnte mit dem, was im Schlüsselbund liegt, nicht signieren.',
        remedy: 'Importieren Sie in den Einstellungen unter „Schlüssel“ den Schlüssel erneut, oder fügen Sie das Geheimnis erneut ein.',
      };
  }
}

const SET_CLOCK =
  'Lassen Sie die Uhr dieses Rechners automatisch stellen und versuchen Sie es erneut.';
const TELL_ADMIN = 'Melden Sie es der Person, die Roomkey eingerichtet hat.';
const AGAIN_OR_TELL =
  'Versuchen Sie es erneut. Hilft das nicht, melden Sie es der Person, die Roomkey eingerichtet hat.';

const tokenRefusal: Record<TokenRefusal, string> = {
  expired: 'Nach der Uhr des Servers ist es abgelaufen.',
  notYetValid: 'Nach der Uhr des Servers gilt es noch nicht.',
  badSignature: 'Seine Signatur passt nicht zu dem öffentlichen Schlüssel oder dem Geheimnis, das der Server hat.',
  unknownKey: 'Der Server kennt die Schlüssel-ID nicht oder hat ihren öffentlichen Schlüssel noch nicht geladen.',
  issuer: 'Der Server erkennt den Aussteller nicht an.',
  audience: 'Der Server erkennt nicht an, für wen es ausgestellt ist.',
  noContext: 'Es sagt nichts über die Person.',
  wrongTenant: 'Seine Schlüssel-ID und seine AppID gehören zu verschiedenen Mandanten.',
  malformed: 'Der Server konnte es nicht lesen.',
  missing: 'Der Server hat keines bekommen.',
  banned: 'Es ist gesperrt, oder Sie sind es.',
  other: 'Der Server nennt einen Grund, den Roomkey nicht kennt.',
};

const tokenRemedy: Record<TokenRefusal, string> = {
  expired: 'Versuchen Sie es erneut: Roomkey stellt ein neues aus.',
  notYetValid: SET_CLOCK,
  badSignature:
    'Bitten Sie Ihre Administration, dem Server den öffentlichen Schlüssel oder das Geheimnis erneut zu geben, bei JaaS in der Konsole.',
  unknownKey:
    'Bitten Sie Ihre Administration, die Schlüssel-ID zu prüfen, bei JaaS in der Konsole unter „API Keys“.',
  issuer: TELL_ADMIN,
  audience: TELL_ADMIN,
  noContext: TELL_ADMIN,
  wrongTenant: 'Bitten Sie Ihre Administration, AppID und Schlüssel-ID in der JaaS-Konsole zu prüfen.',
  malformed: AGAIN_OR_TELL,
  missing: AGAIN_OR_TELL,
  banned: 'Bitten Sie Ihre Administration, Sie wieder zuzulassen.',
  other: AGAIN_OR_TELL,
};

export const endings: Record<Ending, string> = {
  hungUp: 'Sie haben die Besprechung verlassen',
  removed: 'Die Moderation hat Sie aus der Besprechung entfernt',
  endedForAll: 'Die Besprechung wurde für alle beendet',
  closed: 'Das Besprechungsfenster wurde geschlossen',
};
