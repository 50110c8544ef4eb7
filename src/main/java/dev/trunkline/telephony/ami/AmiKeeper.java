package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.PbxAddress;
import dev.trunkline.telephony.PbxConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the PBX: connects, asks for signs of life, and connects again after a wait that grows.
 *
 * <pre>
 *   CONNECTING ──login──> UP ──ended, silent──> DOWN ──wait──> (connect again)
 *       ├──cannot connect, no answer──────────> DOWN
 *       └──name or secret refused─────────────> REFUSED ──long wait──> (connect again)
 * </pre>
 *
 * One virtual thread of its own does all of it, so that a slow login blocks nobody.
 */
final class AmiKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(AmiKeeper.class);

    private final String name;
    private final String eventMask;
    private final PbxAddress address;
    private final PbxConfig config;
    private final Owner owner;
    private final Backoff backoff;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Semaphore hurried = new Semaphore(0);
    private final AtomicReference<@Nullable AmiSession> current = new AtomicReference<>();

    /** Whose connection it is; called on the keeper's thread. */
    interface Owner {
        /** A new connection, not yet opened. */
        AmiSession newSession();

        /** The connection is open; a failure ends it again. */
        void up(AmiSession session) throws IOException, TimeoutException;

        /** It is not, or no longer. */
        void down(LinkState state, String detail);
    }

    AmiKeeper(
            String name, String eventMask, PbxAddress address, PbxConfig config, Owner owner, RandomGenerator random) {
        this.name = name;
        this.eventMask = eventMask;
        this.address = address;
        this.config = config;
        this.owner = owner;
        this.backoff = new Backoff(config.retryFirst(), config.retryMost(), random);
    }

    void start() {
        Thread.ofVirtual().name("ami-" + name).start(this::keep);
    }

    /** Ends the connection and does not connect again. */
    void stop() {
        stopped.countDown();
        hurried.release();
        endSession();
    }

    /** Ends the connection as if it had broken; it is made again at once. */
    void endSession() {
        AmiSession session = current.get();
        if (session != null) {
            session.end();
        }
    }

    /** The PBX has just been seen to answer: the present wait, if any, is over. */
    void hurry() {
        hurried.release();
    }

    private void keep() {
        try {
            while (stopped.getCount() > 0) {
                Duration wait = connectAndWatch();
                hurried.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                hurried.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection, from login to its end; how long to wait before the next. */
    private Duration connectAndWatch() throws InterruptedException {
        AmiSession session = owner.newSession();
        current.set(session);
        try {
            session.open(eventMask);
            LOG.info("Connection for {} to the PBX at {} is up", name, address);
            backoff.reset();
            owner.up(session);
            watch(session);
            return lost(
                    LinkState.DOWN,
                    "the connection to " + address + " ended or was silent for "
                            + config.readTimeout().toSeconds() + " s");
        } catch (AuthenticationFailedException refused) {
            if (refused.getCause() == null) {
                lost(LinkState.REFUSED, address + " refused user " + address.username() + ": " + message(refused));
                return backoff.spread(config.retryRefused());
            }
            return lost(LinkState.DOWN, address + " did not answer the login: " + message(refused.getCause()));
        } catch (IOException | TimeoutException | RuntimeException failure) {
            return lost(LinkState.DOWN, "cannot connect to " + address + ": " + message(failure));
        } finally {
            current.set(null);
            session.end();
        }
    }

    private void watch(AmiSession session) throws InterruptedException {
        while (stopped.getCount() > 0 && !session.awaitEnd(config.pingEvery())) {
            try {
                session.ping();
            } catch (IOException | IllegalStateException failure) {
                LOG.debug("Could not ask {} for a sign of life", address, failure);
            }
        }
    }

    private Duration lost(LinkState state, String detail) {
        Duration wait = backoff.next();
        if (stopped.getCount() > 0) {
            LOG.warn("PBX connection for {} is {}: {}", name, state, detail);
        }
        owner.down(state, detail);
        return wait;
    }

    private static String message(Throwable failure) {
        String text = HostileText.clean(failure.getMessage(), 200);
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
