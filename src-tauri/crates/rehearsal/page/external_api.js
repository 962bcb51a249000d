// Our own IFrame API: the constructor, events, commands and functions by which
// a page drives a Jitsi meeting in a frame, in the forms that the public
// interface has. Served with the wire before it, as one script.
// Invitations, devices and local storage of the host page are left out.

const scriptAddress = document.currentScript?.src ?? location.href;

const FRAME_MAY =
  "autoplay; camera; clipboard-write; compute-pressure; display-capture; hid; microphone; " +
  "screen-wake-lock; speaker-selection";

/** Commands whose name on the wire is not theirs in kebab case. */
const ODD_COMMANDS = {
  hangup: "video-hangup",
  sendCameraFacingMode: "send-camera-facing-mode-message",
  toggleE2EE: "toggle-e2ee",
  toggleVirtualBackgroundDialog: "toggle-virtual-background",
  showPiP: "show-pip",
  hidePiP: "hide-pip",
};

const COMMANDS = new Map(
  `addBreakoutRoom answerKnockingParticipant approveVideo askToUnmute autoAssignToBreakoutRooms
  avatarUrl cancelPrivateChat closeBreakoutRoom displayName endConference email grantModerator
  grantRecordingConsent hangup hideNotification initiatePrivateChat joinBreakoutRoom localSubject
  kickParticipant muteEveryone muteRemoteParticipant overwriteConfig overwriteNames password
  pinParticipant rejectParticipant removeBreakoutRoom resizeFilmStrip resizeLargeVideo
  sendCameraFacingMode sendChatMessage sendEndpointTextMessage sendParticipantToRoom sendTones
  setAudioOnly setAssumedBandwidthBps setBlurredBackground setFollowMe setLargeVideoParticipant
  setMediaEncryptionKey setNoiseSuppressionEnabled setParticipantVolume setSubtitles setTileView
  setVideoQuality setVirtualBackground showNotification startRecording startShareVideo
  stopRecording stopShareVideo subject submitFeedback toggleAudio toggleCamera toggleCameraMirror
  toggleChat toggleE2EE toggleFilmStrip toggleLobby toggleModeration toggleNoiseSuppression
  toggleParticipantsPane toggleRaiseHand toggleShareScreen toggleSubtitles toggleTileView
  toggleVirtualBackgroundDialog toggleVideo toggleWhiteboard showPiP hidePiP`
    .split(/\s+/)
    .map((name) => [name, ODD_COMMANDS[name] ?? kebab(name)]),
);

/** Events whose name on the wire is not theirs in kebab case. */
const ODD_EVENTS = {
  readyToClose: "video-ready-to-close",
  participantMenuButtonClick: "participant-menu-button-clicked",
};

const EVENTS = new Map(
  `_pipRequested pipEntered pipLeft avatarChanged audioAvailabilityChanged audioMuteStatusChanged
  audioOnlyChanged audioOrVideoSharingToggled breakoutRoomsUpdated browserSupport cameraError
  chatUpdated computePressureChanged conferenceCreatedTimestamp contentSharingParticipantsChanged
  customNotificationActionTriggered dataChannelClosed dataChannelOpened deviceListChanged
  displayNameChange dominantSpeakerChanged emailChange errorOccurred endpointTextMessageReceived
  faceLandmarkDetected feedbackSubmitted feedbackPromptDisplayed filmstripDisplayChanged
  incomingMessage knockingParticipant log micError moderationParticipantApproved
  moderationParticipantRejected moderationStatusChanged mouseEnter mouseLeave mouseMove
  nonParticipantMessageReceived notificationTriggered outgoingMessage p2pStatusChanged
  participantJoined participantKickedOut participantLeft participantMuted participantRoleChanged
  participantsPaneToggled passwordRequired peerConnectionFailure prejoinScreenLoaded
  proxyConnectionEvent raiseHandUpdated ready recordingConsentDialogOpen recordingLinkAvailable
  recordingStatusChanged participantMenuButtonClick readyToClose videoConferenceJoined
  videoConferenceLeft videoAvailabilityChanged videoMuteStatusChanged videoQualityChanged
  screenSharingStatusChanged subjectChange suspendDetected tileViewChanged toolbarButtonClicked
  toolbarVisibilityChanged transcribingStatusChanged transcriptionChunkReceived
  whiteboardStatusChanged`
    .split(/\s+/)
    .map((name) => [ODD_EVENTS[name] ?? kebab(name), name]),
);

let frames = 0;

class JitsiMeetExternalAPI {
  #listeners = new Map();
  #participants = new Map();
  #me;
  #visitor;
  #frame;
  #wire;

  constructor(domain, options = {}) {
    const id = frames++;
    const address = frameAddress(domain, id, options);
    this.#frame = makeFrame(id, address, options);
    this.#wire = openWire({
      scope: `jitsi_meet_external_api_${id}`,
      peer: () => this.#frame.contentWindow,
      origin: address.origin,
      onEvent: ({ name, ...data }) => {
        if (name === "ready") {
          options.onload?.();
        }
        this.#follow(name, data);
        const event = EVENTS.get(name);
        if (event) {
          this.emit(event, data);
        }
      },
    });
    (options.parentNode ?? document.body).append(this.#frame);
  }

  addListener(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  removeListener(event, listener) {
    const left = (this.#listeners.get(event) ?? []).filter((one) => one !== listener);
    this.#listeners.set(event, left);
    return this;
  }

  removeAllListeners(event) {
    if (event === undefined) {
      this.#listeners.clear();
    } else {
      this.#listeners.delete(event);
    }
    return this;
  }

  once(event, listener) {
    const first = (data) => {
      this.removeListener(event, first);
      listener(data);
    };
    return this.addListener(event, first);
  }

  emit(event, data) {
    const listeners = this.#listeners.get(event) ?? [];
    for (const listener of listeners) {
      listener.call(this, data);
    }
    return listeners.length > 0;
  }

  on = this.addListener;
  off = this.removeListener;
  addEventListener = this.addListener;
  removeEventListener = this.removeListener;

  addEventListeners(listeners) {
    for (const [event, listener] of Object.entries(listeners)) {
      this.addListener(event, listener);
    }
  }

  removeEventListeners(events) {
    for (const event of events) {
      this.removeAllListeners(event);
    }
  }

  executeCommand(name, ...data) {
    const command = COMMANDS.get(name);
    if (command === undefined) {
      console.error("Not supported command name.");
      return;
    }
    this.#wire.sendEvent({ name: command, data });
  }

  executeCommands(commands) {
    for (const [name, argument] of Object.entries(commands)) {
      this.executeCommand(name, argument);
    }
  }

  getSupportedCommands = () => [...COMMANDS.keys()];
  getSupportedEvents = () => [...EVENTS.values()];
  getIFrame = () => this.#frame;
  getNumberOfParticipants = () =>
    [...this.#participants.keys()].filter((id) => id !== "local").length;
  isVisitor = () => this.#visitor;
  getDisplayName = (id) => this.#participants.get(id)?.displayName;
  getEmail = (id) => this.#participants.get(id)?.email;
  getParticipantsInfo = () =>
    [...this.#participants].map(([participantId, one]) => ({ ...one, participantId }));

  getRoomsInfo = () => this.#ask("rooms-info");
  getSessionId = () => this.#ask("session-id");
  getDeploymentInfo = () => this.#ask("deployment-info");
  getLivestreamUrl = () => this.#ask("get-livestream-url");
  isAudioMuted = () => this.#ask("is-audio-muted");
  isAudioAvailable = () => this.#ask("is-audio-available");
  isVideoMuted = () => this.#ask("is-video-muted");
  isVideoAvailable = () => this.#ask("is-video-available");
  isSharingScreen = () => this.#ask("is-sharing-screen");
  isModerationOn = (mediaType) => this.#ask("is-moderation-on", { mediaType });
  getAvailableDevices = () => this.#ask("getAvailableDevices");
  getCurrentDevices = () => this.#ask("getCurrentDevices");
  invite = (invitees) => this.#ask("invite", { invitees });

  dispose() {
    this.emit("_willDispose");
    this.#wire.close();
    this.removeAllListeners();
    this.#frame.remove();
  }

  #ask(name, more) {
    return this.#wire.sendRequest({ name, ...more });
  }

  /** Keeps what is answered here, without asking the frame. */
  #follow(name, { id, displayName, formattedDisplayName, email, avatarURL, visitor, displayname }) {
    if (name === "video-conference-joined") {
      this.#me = id;
      this.#visitor = visitor;
      this.#participants.delete("local");
    }
    switch (name) {
      case "video-conference-joined":
      case "participant-joined":
      case "prejoin-screen-loaded":
        this.#participants.set(id, { displayName, formattedDisplayName, email, avatarURL });
        break;
      case "participant-left":
        this.#participants.delete(id);
        break;
      case "video-conference-left":
        this.#participants.delete(this.#me);
        break;
      case "display-name-change":
        this.#change(id, { displayName: displayname, formattedDisplayName });
        break;
      case "email-change":
        this.#change(id, { email });
        break;
    }
  }

  #change(id, news) {
    const one = this.#participants.get(id);
    if (one) {
      this.#participants.set(id, { ...one, ...news });
    }
  }
}

function makeFrame(id, address, { width = "100%", height = "100%", sandbox, onerror }) {
  const frame = document.createElement("iframe");
  frame.allow = FRAME_MAY;
  frame.name = `jitsiConferenceFrame${id}`;
  frame.id = frame.name;
  frame.style.border = "0";
  frame.style.width = length(width);
  frame.style.height = length(height);
  if (sandbox) {
    frame.sandbox = sandbox;
  }
  if (onerror) {
    frame.onerror = onerror;
  }
  frame.src = address.href;
  return frame;
}

/** The token stands in the query and, as JSON, in the fragment. */
function frameAddress(domain, id, options) {
  const { roomName = "", jwt, lang, release } = options;
  // 8x8's script always takes https; ours is served on loopback as well.
  const scheme = new URL(scriptAddress).protocol;
  const query = Object.entries({ jwt, lang, release })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const fragment = [`jitsi_meet_external_api_id=${id}`];
  const add = (name, value) => fragment.push(`${name}=${encodeURIComponent(JSON.stringify(value))}`);
  if (jwt) {
    add("jwt", jwt);
  }
  const groups = {
    config: options.configOverwrite,
    interfaceConfig: options.interfaceConfigOverwrite,
    devices: options.devices,
    userInfo: options.userInfo,
  };
  for (const [group, values] of Object.entries(groups)) {
    for (const [name, value] of Object.entries(values ?? {})) {
      if (value !== undefined) {
        add(`${group}.${name}`, value);
      }
    }
  }
  add("appData.localStorageContent", null);
  const search = query.length > 0 ? `?${query.join("&")}` : "";
  return new URL(`${scheme}//${domain}/${roomName}${search}#${fragment.join("&")}`);
}

function length(value) {
  return typeof value === "number" ? `${value}px` : value;
}

function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

window.JitsiMeetExternalAPI = JitsiMeetExternalAPI;
