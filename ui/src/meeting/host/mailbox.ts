/** Keeps what arrives until somebody takes it, then hands it on in order. */
export class Mailbox<T> {
  #kept: T[] = [];
  #handler: ((item: T) => void) | null = null;

  deliver(item: T): void {
    if (this.#handler) this.#handler(item);
    else this.#kept.push(item);
  }

  onDelivery(handler: (item: T) => void): void {
    this.#handler = handler;
    for (const item of this.#kept.splice(0)) handler(item);
  }
}
