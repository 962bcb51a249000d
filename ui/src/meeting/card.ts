/** The card that says what went wrong and what the person can do about it. */
import type { Explained } from '../texts/explained';
import type { MeetingTexts } from '../texts/meeting';

import { element, icon } from './dom';
import type { Choice } from './view';

/** A triangle with an exclamation mark. */
const WARNING =
  'M8.7 3.2 1.9 15a1.5 1.5 0 0 0 1.3 2.2h13.6a1.5 1.5 0 0 0 1.3-2.2L11.3 3.2a1.5 1.5 0 0 0-2.6 0ZM10 7.5v3.7M10 14h.01';

export interface CardOptions {
  /** The server's own words, or nothing. */
  detail: string;
  /** Whether there is something to choose. */
  choices: boolean;
}

export class Card {
  readonly element = element('section', {
    class: 'card',
    role: 'alertdialog',
    'aria-labelledby': 'card-what',
    'aria-describedby': 'card-why card-remedy',
    tabindex: '-1',
  });
  readonly #what = element('h2', { id: 'card-what' });
  readonly #why = element('p', { id: 'card-why' });
  readonly #remedy = element('p', { id: 'card-remedy' });
  readonly #detail = element('p', { class: 'detail' });
  readonly #tryAgain = element('button', { type: 'button', class: 'main' });
  readonly #back = element('button', { type: 'button' });
  readonly #choices = element('div', { class: 'choices' }, [this.#tryAgain, this.#back]);

  constructor(choose: (choice: Choice) => void) {
    this.#tryAgain.addEventListener('click', () => choose('tryAgain'));
    this.#back.addEventListener('click', () => choose('back'));
    this.element.append(
      element('div', { class: 'sign' }, [icon(WARNING)]),
      this.#what,
      this.#why,
      this.#remedy,
      this.#detail,
      this.#choices,
    );
  }

  /** Says it, and takes the focus: on what to do if there is something to do. */
  fill(texts: MeetingTexts, said: Explained, { detail, choices }: CardOptions): void {
    this.#what.textContent = said.what;
    this.#why.textContent = said.why;
    this.#remedy.textContent = said.remedy;
    this.#detail.hidden = detail === '';
    this.#detail.replaceChildren(texts.serverSaid, ' ', element('q', {}, [detail]));
    this.#tryAgain.textContent = texts.tryAgain;
    this.#back.textContent = texts.back;
    this.#choices.hidden = !choices;
    (choices ? this.#tryAgain : this.element).focus();
  }
}
