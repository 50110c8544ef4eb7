package dev.trunkline.telephony.ami;

import dev.trunkline.telephony.PbxAddress;
import dev.trunkline.telephony.PbxConfig;
import dev.trunkline.telephony.ami.event.CallParkedEvent;
import dev.trunkline.telephony.ami.event.CallUnparkedEvent;
import dev.trunkline.telephony.ami.event.HangupWithTechCauseEvent;
import dev.trunkline.telephony.ami.event.ParkTimeOutEvent;
import dev.trunkline.telephony.ami.event.RecordingSilencedEvent;
import dev.trunkline.telephony.ami.event.TrunklineCallEvent;
import dev.trunkline.telephony.ami.event.TrunklineQueueLeftEvent;
import dev.trunkline.telephony.ami.event.TrunklineRecordingEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.BridgeEvent;
import org.asteriskjava.manager.event.DialEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.response.CoreSettingsResponse;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.manager.response.PingResponse;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the manager interface from login to its end. Unlike asterisk-java's own it never connects again by
 * itself (we have to know of every gap), reads with limits, and leaves out the doubles made for programs of long ago.
 */
final class AmiSession extends ManagerConnectionImpl {
    private final PbxAddress address;
    private final PbxConfig config;
    private final BoundedLines.LineWatch watch;
    private final ClockDifference clocks;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * A connection that is not open yet.
     *
     * @param clocks told of each sign of life, which has the PBX's time in it
     */
    AmiSession(
            PbxAddress address,
            PbxConfig config,
            BoundedLines.LineWatch watch,
            ManagerEventListener listener,
            ClockDifference clocks,
            Clock clock) {
        this.address = address;
        this.config = config;
        this.watch = watch;
        this.clocks = clocks;
        this.clock = clock;
        setHostname(address.host());
        setPort(address.port());
        setUsername(address.username());
        setPassword(address.secret());
        setDefaultResponseTimeout(config.responseTimeout().toMillis());
        registerUserEventClass(HangupWithTechCauseEvent.class);
        registerUserEventClass(CallParkedEvent.class);
        registerUserEventClass(CallUnparkedEvent.class);
        registerUserEventClass(ParkTimeOutEvent.class);
        registerUserEventClass(RecordingSilencedEvent.class);
        registerUserEventClass(TrunklineCallEvent.class);
        registerUserEventClass(TrunklineRecordingEvent.class);
        registerUserEventClass(TrunklineQueueLeftEvent.class);
        addEventListener(listener);
    }

    /**
     * Connects and logs in; blocks.
     *
     * @param eventMask {@code on} or {@code off}
     * @throws AuthenticationFailedException without a cause when the PBX refused us, with one when it did not answer
     */
    void open(String eventMask) throws IOException, TimeoutException, AuthenticationFailedException {
        try {
            login(eventMask);
        } catch (IOException | TimeoutException | AuthenticationFailedException | RuntimeException failure) {
            disconnect();
            throw failure;
        }
    }

    /** Waits until the connection has ended, but not longer than this; whether it has. */
    boolean awaitEnd(Duration most) throws InterruptedException {
        return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Makes an idle PBX say something; its silence runs into the read time-out. */
    void ping() throws IOException {
        Instant asked = clock.instant();
        sendAction(new PingAction(), response -> compare(asked, response));
    }

    /** What the PBX calls itself, null when it has no name; blocks. */
    @Nullable
    String systemName() throws IOException, TimeoutException {
        return sendAction(new CoreSettingsAction()) instanceof CoreSettingsResponse settings
                ? settings.getSystemName()
                : null;
    }

    /** Asks for the PBX's own time and waits for the answer; blocks. */
    void compareClocks() throws IOException, TimeoutException {
        Instant asked = clock.instant();
        compare(asked, sendAction(new PingAction()));
    }

    private void compare(Instant asked, @Nullable ManagerResponse response) {
        if (response instanceof PingResponse pong && pong.getTimestamp() != null) {
            try {
                Instant stamp = Fields.instant(Double.valueOf(pong.getTimestamp()));
                if (stamp != null) {
                    clocks.heard(asked, stamp, clock.instant());
                }
            } catch (NumberFormatException none) {
                // A PBX that does not tell its time.
            }
        }
    }

    /** Ends the connection without ceremony. */
    void end() {
        disconnect();
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        return new BoundedLines(address, config.connectTimeout(), config.readTimeout(), watch);
    }

    /** Asks once: asterisk-java itself would go on asking a connection that has broken meanwhile. */
    @Override
    protected AsteriskVersion determineVersion() throws IOException, TimeoutException {
        try {
            AsteriskVersion version = determineVersionByCoreSettings();
            return version == null ? AsteriskVersion.DEFAULT_VERSION : version;
        } catch (IOException | TimeoutException | RuntimeException failure) {
            throw failure;
        } catch (Exception other) {
            throw new IOException("The PBX does not tell its version", other);
        }
    }

    @Override
    public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
        if (event.getClass() == DialEvent.class || event.getClass() == BridgeEvent.class) {
            return;
        }
        if (event instanceof DisconnectEvent) {
            // Seen as disconnected already, asterisk-java frees those who wait for an answer and does not reconnect.
            state = ManagerConnectionState.DISCONNECTED;
            super.dispatchEvent(event, requiredHandlingTime);
            disconnect();
            ended.countDown();
            return;
        }
        super.dispatchEvent(event, requiredHandlingTime);
    }
}
