import JsSIP from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent, RTCSessionEvent, UA } from 'jssip/lib/UA';
import { chosenDevice, letGo } from './microphone';

/** The only file that sees JsSIP: a registration with the PBX, and the one call on it. */

export interface Credentials {
  uri: string;
  wsUrl: string;
  username: string;
  password: string;
}

export interface LineListener {
  registered: () => void;
  /** The WebSocket is refused or cut; it is tried again by itself. */
  disconnected: () => void;
  /** The PBX does not take the registration: a SIP status, 0 when it does not answer. */
  refused: (status: number) => void;
  rings: (call: SipCall) => void;
}

/** Seconds; Asterisk forgets a page that has vanished without a word after this time. */
const REGISTRATION = 120;

export class SipLine {
  private readonly ua: UA;
  private call: SipCall | null = null;

  constructor(credentials: Credentials, listener: LineListener) {
    this.ua = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(credentials.wsUrl)],
      uri: credentials.uri,
      authorization_user: credentials.username,
      password: credentials.password,
      register_expires: REGISTRATION,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 8,
      user_agent: 'Trunkline',
    });
    let cut = false;
    this.ua.on('registered', () => {
      listener.registered();
      if (cut) this.call?.lineIsBack();
      cut = false;
    });
    this.ua.on('disconnected', () => {
      cut = true;
      listener.disconnected();
    });
    this.ua.on('registrationFailed', ({ response }) => listener.refused(response?.status_code ?? 0));
    this.ua.on('newRTCSession', (event: RTCSessionEvent) => {
      if (!isIncoming(event)) return;
      if (this.call) {
        event.session.terminate({ status_code: 486 });
        return;
      }
      const call = new SipCall(event.session, event.request.getHeader('X-Trunkline-Answer') === 'auto', () => (this.call = null));
      this.call = call;
      listener.rings(call);
    });
  }

  start() {
    this.ua.start();
  }

  /** Takes new credentials; the registration and a call stay as they are. */
  renew(password: string) {
    this.ua.set('password', password);
  }

  register() {
    this.ua.register();
  }

  registered() {
    return this.ua.isRegistered();
  }

  /** Ends the registration, and a call with it. */
  stop() {
    this.ua.stop();
  }
}

const isIncoming = (event: RTCSessionEvent): event is IncomingRTCSessionEvent => String(event.originator) === 'remote';

/** How long until what could not be negotiated now is tried again. */
const AGAIN_MS = 50;

export interface CallListener {
  talking: () => void;
  held: (held: boolean) => void;
  over: () => void;
}

export class SipCall {
  private readonly sound = new Audio();
  private microphone: MediaStream | null = null;
  private over = false;
  private wantsHold = false;
  private negotiating = false;
  private again?: ReturnType<typeof setTimeout>;
  private readonly listeners: CallListener[] = [];

  constructor(
    private readonly session: RTCSession,
    /** The agent asked for this call: it is not rung, it begins. */
    readonly answersItself: boolean,
    gone: () => void,
  ) {
    this.sound.autoplay = true;
    session.on('peerconnection', ({ peerconnection }) => this.listenTo(peerconnection));
    const end = () => {
      gone();
      this.over = true;
      clearTimeout(this.again);
      this.sound.srcObject = null;
      letGo(this.microphone);
    };
    session.on('ended', end);
    session.on('failed', end);
  }

  tell(listener: CallListener) {
    this.listeners.push(listener);
    this.session.on('accepted', listener.talking);
    this.session.on('ended', listener.over);
    this.session.on('failed', listener.over);
  }

  answer(microphone: MediaStream) {
    this.microphone = microphone;
    // On the PBX's own network no STUN is needed; it learns where we are from our packets.
    this.session.answer({ mediaStream: microphone, pcConfig: { iceServers: [] } });
  }

  reject() {
    this.session.terminate({ status_code: 603 });
  }

  hangUp() {
    this.session.terminate();
  }

  /** It is told when the PBX has agreed. */
  hold(on: boolean) {
    this.wantsHold = on;
    this.negotiate();
  }

  /**
   * One negotiation at a time, for a second one that the PBX refuses would end the call: what is wished during one of ours is
   * done after it, and during one of the PBX's tried again in a moment.
   */
  private negotiate() {
    clearTimeout(this.again);
    const on = this.wantsHold;
    if (this.over || this.negotiating || this.session.isOnHold().local === on) return;
    const agreed = () => {
      this.negotiating = false;
      this.listeners.forEach((listener) => listener.held(on));
      this.negotiate();
    };
    this.negotiating = on ? this.session.hold({}, agreed) : this.session.unhold({}, agreed);
    if (!this.negotiating) this.again = setTimeout(() => this.negotiate(), AGAIN_MS);
  }

  mute(on: boolean) {
    if (on) this.session.mute({ audio: true });
    else this.session.unmute({ audio: true });
  }

  dtmf(tone: string) {
    this.session.sendDTMF(tone, { transportType: JsSIP.C.DTMF_TRANSPORT.RFC2833 });
  }

  stats(): Promise<RTCStatsReport> | null {
    return this.session.connection?.getStats() ?? null;
  }

  /** Another microphone in the middle of the call; the one before is let go of. */
  async speakInto(microphone: MediaStream) {
    const [track] = microphone.getAudioTracks();
    const sender = this.session.connection?.getSenders().find((s) => s.track?.kind === 'audio');
    if (!track || !sender || this.over) {
      letGo(microphone);
      return;
    }
    track.enabled = sender.track?.enabled ?? true;
    try {
      await sender.replaceTrack(track);
    } catch {
      letGo(microphone);
      return;
    }
    letGo(this.over ? microphone : this.microphone);
    if (!this.over) this.microphone = microphone;
  }

  async useSpeaker() {
    if ('setSinkId' in this.sound) await this.sound.setSinkId(chosenDevice('speaker')).catch(() => undefined);
  }

  /** The PBX must learn the call's new way to this page; after a change of network the sound needs a new one too. */
  lineIsBack() {
    const ice = this.session.connection?.iceConnectionState;
    const restart = ice === 'failed' || ice === 'disconnected';
    if (this.session.isEstablished()) this.session.renegotiate(restart ? { rtcOfferConstraints: { iceRestart: true } } : {});
  }

  private listenTo(connection: RTCPeerConnection) {
    connection.addEventListener('track', ({ streams: [stream], track }) => {
      this.sound.srcObject = stream ?? new MediaStream([track]);
      void this.useSpeaker();
      void this.sound.play().catch(() => undefined);
    });
  }
}
