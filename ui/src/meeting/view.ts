/**
 * What the page shows over the meeting's frame, or instead of it. It knows no events and
 * no token; it is told what to show.
 */
import type { BrandView } from '../bindings/BrandView';
import type { Language } from '../bindings/Language';
import type { Notice } from '../bindings/Notice';
import type { Session } from '../bindings/Session';
import { initials } from '../parts/initials';
import { applyAccent } from '../styles/accent';
import type { HostFault, MeetingTexts } from '../texts/meeting';
import { meetingTexts } from '../texts/meeting';

import { Card } from './card';
import { element } from './dom';

/** What the person can choose on the card. */
export type Choice = 'tryAgain' | 'back';

/** What covers the frame; nothing when the meeting is to be seen. */
type Cover = 'wait' | 'card' | 'nothing';

export class View {
  /** Where the meeting's frame belongs. */
  readonly place = element('div', { class: 'place' });
  readonly #closesWindow: boolean;
  readonly #title = element('h1', { class: 'unseen' });
  readonly #brand = element('div', { class: 'brand' });
  readonly #headline = element('h2', { class: 'headline' });
  readonly #line = element('div', { class: 'line' });
  readonly #waiting = element('p', { class: 'waiting' });
  readonly #wait: HTMLElement;
  readonly #cover: HTMLElement;
  readonly #card = new Card((choice) => this.#chosen(choice));
  readonly #banner = element('p', { class: 'banner', 'aria-hidden': 'true' });
  readonly #status = element('p', { class: 'unseen', role: 'status' });
  #texts: MeetingTexts;
  #session: { title: string; host: string } | null = null;
  #notice: Notice['kind'] = 'joining';
  #choose: (choice: Choice) => void = () => {};

  /** Fills `page`; `closesWindow` says whether the window goes away after the meeting. */
  constructor(page: HTMLElement, closesWindow: boolean) {
    const language: Language = navigator.language.startsWith('de') ? 'de' : 'en';
    this.#texts = meetingTexts[language];
    this.#closesWindow = closesWindow;
    document.documentElement.lang = language;
    this.#wait = element('div', { class: 'wait' }, [this.#headline, this.#line, this.#waiting]);
    this.#cover = element('div', { class: 'cover' }, [
      element('div', { class: 'middle' }, [this.#brand, this.#wait, this.#card.element]),
    ]);
    const main = element('main', {}, [
      this.#title,
      this.place,
      this.#cover,
      this.#banner,
      this.#status,
    ]);
    page.replaceChildren(main);
    this.#title.textContent = document.title;
    this.show({ kind: 'joining' });
  }

  /** Hears what the person chooses on the card. */
  onChoice(handler: (choice: Choice) => void): void {
    this.#choose = handler;
  }

  /** A meeting begins, or begins anew: takes over its language, title and brand. */
  begin({ title, language, brand, origin }: Session): void {
    this.#texts = meetingTexts[language];
    this.#session = { title, host: new URL(origin).host };
    this.#title.textContent = title;
    document.documentElement.lang = language;
    document.title = `${title} · ${brand.name}`;
    applyAccent(document.documentElement, brand.accent);
    this.#brand.replaceChildren(...emblem(brand));
    // A frame that is made anew during the meeting is announced by its banner already.
    if (this.#notice === 'refreshing' || this.#notice === 'reconnecting') return;
    this.show({ kind: 'joining' });
  }

  show(notice: Notice): void {
    this.#notice = notice.kind;
    switch (notice.kind) {
      case 'clear':
        this.#coverWith('nothing', '');
        break;
      case 'joining':
        this.#waitFor('');
        break;
      case 'waiting':
        this.#waitFor(this.#texts.waiting[notice.for](this.#session?.host ?? ''));
        break;
      case 'reconnecting':
      case 'refreshing':
        this.#coverWith('nothing', this.#texts[notice.kind]);
        break;
      case 'removed':
      case 'over':
        this.#lastWord(this.#texts[notice.kind]);
        break;
      case 'failed': {
        const { failure } = notice;
        const detail = 'detail' in failure ? failure.detail : '';
        this.#coverWith('card', '');
        this.#card.fill(this.#texts, this.#texts.failure(failure), { detail, choices: true });
        break;
      }
    }
  }

  /** There is no way to the shell: says why, and that Roomkey is to be asked again. */
  showFault(fault: HostFault): void {
    this.#coverWith('card', '');
    this.#card.fill(this.#texts, this.#texts.faults[fault], { detail: '', choices: false });
  }

  /** The meeting is over and the frame is gone. A tab stays, and says so. */
  end(): void {
    const before = this.#notice;
    if (this.#closesWindow || before === 'removed' || before === 'over') return;
    const seen = before === 'clear' || before === 'refreshing' || before === 'reconnecting';
    this.#lastWord(seen ? this.#texts.left : this.#texts.closed);
  }

  #waitFor(waiting: string): void {
    const { opening, joining } = this.#texts;
    this.#headline.textContent = this.#session ? joining(this.#session.title) : opening;
    this.#line.hidden = false;
    this.#waiting.textContent = waiting;
    this.#coverWith('wait', waiting || this.#headline.textContent);
  }

  #lastWord(word: string): void {
    const { closes, closeTab } = this.#texts;
    this.#headline.textContent = word;
    this.#line.hidden = true;
    this.#waiting.textContent = this.#closesWindow ? closes : closeTab;
    this.#coverWith('wait', `${word}. ${this.#waiting.textContent}`);
  }

  /** Shows one of the covers, or `said` alone as a banner over the frame. */
  #coverWith(cover: Cover, said: string): void {
    const covered = cover !== 'nothing';
    this.#cover.dataset.cover = cover;
    this.#cover.hidden = !covered;
    this.place.inert = covered;
    this.#wait.hidden = cover !== 'wait';
    this.#card.element.hidden = cover !== 'card';
    this.#banner.hidden = covered || said === '';
    this.#banner.textContent = covered ? '' : said;
    this.#status.textContent = said;
  }

  #chosen(choice: Choice): void {
    // The shell answers with what comes next; until then the card has done its work.
    if (choice === 'tryAgain') this.show({ kind: 'joining' });
    this.#choose(choice);
  }
}

/** The brand's logo, or the first letters of its name, and the name. */
function emblem({ name, logo }: BrandView): (Node | string)[] {
  const picture = logo
    ? element('img', { class: 'logo', src: logo, alt: '' })
    : element('span', { class: 'letters', 'aria-hidden': 'true' }, [initials(name)]);
  return [picture, element('span', { class: 'name' }, [name])];
}
