/** The least that the meeting page takes for an IFrame API; its meetings end at once. */
window.JitsiMeetExternalAPI = class {
  #frame = document.createElement('iframe');

  constructor(_authority, { parentNode }) {
    parentNode.append(this.#frame);
  }

  addListener(name, listener) {
    if (name === 'readyToClose') setTimeout(listener, 500, {});
  }

  getIFrame() {
    return this.#frame;
  }

  executeCommand() {}

  dispose() {
    this.#frame.remove();
  }
};
