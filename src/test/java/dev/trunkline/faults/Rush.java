package dev.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.Customer;
import dev.trunkline.telephone.Sipp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A busy quarter of an hour: customers call queue support one after another, each from a number of their own, some patient
 * and some not, and two agents of no queue call out, of whom some give up before they are answered. Runs on a thread of its
 * own until {@link #end()}.
 */
final class Rush implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** Asterisk ends a call of which a phone has been silent for a minute: one that gave up as it was answered is. */
    private static final Duration SILENCE = Duration.ofSeconds(75);

    private static final int[] CALLERS_OUT = {1004, 1005};
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final AsteriskLab lab;
    private final Random random;
    private final List<Sipp> people = new ArrayList<>();
    private final Sipp[] out = new Sipp[CALLERS_OUT.length];
    private final Thread thread;
    private boolean paused;
    private boolean over;
    private Throwable failure;

    Rush(AsteriskLab lab, Random random) {
        this.lab = lab;
        this.random = random;
        this.thread = Thread.ofPlatform().name("rush").start(this::run);
    }

    /** The PBX is no more: whoever was in a call has none, and nobody calls until {@link #resume()}. */
    synchronized void stopsWith(Runnable end) {
        paused = true;
        end.run();
        people.forEach(Sipp::close);
        people.clear();
    }

    synchronized void resume() {
        paused = false;
    }

    /** Nobody new calls, and those who do come to their end by themselves. */
    void end() {
        stop();
        if (failure != null) {
            throw new AssertionError("the rush ended early", failure);
        }
        await("everybody hangs up").atMost(LIMIT).until(() -> people.stream().noneMatch(Sipp::isRunning));
        await("no channel is left")
                .atMost(SILENCE)
                .untilAsserted(
                        () -> assertThat(lab.cli("core show channels concise").strip())
                                .isEmpty());
    }

    /** Nobody calls, and whoever does is gone. */
    @Override
    public void close() {
        stop();
        people.forEach(Sipp::close);
    }

    private void stop() {
        synchronized (this) {
            over = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void run() {
        try {
            while (!over) {
                if (!paused) {
                    somebodyCalls();
                }
                wait(random.nextInt(300, 1_000));
            }
        } catch (InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void somebodyCalls() {
        int which = random.nextInt(10);
        if (which < out.length && (out[which] == null || !out[which].isRunning())) {
            out[which] = callsOut(CALLERS_OUT[which]);
            people.add(out[which]);
        } else {
            people.add(lab.call(Customer.calling(Customer.SUPPORT)
                    .from("1391" + (1_000_000 + CUSTOMERS.incrementAndGet()))
                    .stayingFor(Duration.ofMillis(random.nextInt(1_500, 8_000)))));
        }
    }

    private Sipp callsOut(int agent) {
        boolean patient = random.nextInt(3) > 0;
        Duration time = Duration.ofMillis(patient ? random.nextInt(2_000, 5_000) : 300);
        return patient
                ? lab.phoneCalls(agent, "013900002222", time)
                : lab.phoneCallsInVain(agent, "013900002222", time);
    }
}
