package dev.trunkline.identity;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and verifies passwords with Argon2id, off the event loop and back on the caller's context. Each hash takes 19
 * MiB and tens of milliseconds, so only so many wait at a time: more are refused with 503.
 */
@Singleton
final class Passwords {
    /** OWASP's recommendation of 2023: 19 MiB, two rounds, one lane. */
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID, Argon2Function.ARGON2_VERSION_13);

    private static final int MOST_WAITING = 64;

    private final Vertx vertx;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Verified against when there is no such user, so that both take as long. */
    private final String nobodys = hashed(Tokens.next());

    Passwords(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The hash to keep, salt and parameters included. */
    Uni<String> hash(String password) {
        return onWorker(() -> hashed(password));
    }

    /**
     * Whether the password is the one of the hash.
     *
     * @param hash null for no such user or one without a password: always false, and takes as long
     */
    Uni<Boolean> matches(String password, @Nullable String hash) {
        return onWorker(() -> verified(password, hash == null ? nobodys : hash) && hash != null);
    }

    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                return Uni.createFrom()
                        .failure(Problem.unavailable("busy", "Too many people sign in at this moment; try again"));
            }
            return vertx.executeBlocking(work::get, false).onTermination().invoke(waiting::decrementAndGet);
        });
    }

    private static String hashed(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    private static boolean verified(String password, String hash) {
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (BadParametersException notAHash) {
            return false;
        }
    }
}
