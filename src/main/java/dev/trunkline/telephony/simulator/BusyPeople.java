package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** People who pick up after a while, or now and then do not, talk, and hang up. */
final class BusyPeople implements People {
    private final Timeline timeline;
    private final RandomGenerator random;
    private final double pace;

    /** @param pace how many times as quick as real people they are */
    BusyPeople(Timeline timeline, RandomGenerator random, double pace) {
        this.timeline = timeline;
        this.random = random;
        this.pace = pace;
    }

    @Override
    public void waits(QueueCall call) {
        // One in twelve thinks better of it at once, the rest wait from half a minute to three.
        boolean hasty = random.nextInt(12) == 0;
        timeline.after(hasty ? between(1, 4) : between(30, 180), () -> {
            if (call.waiting()) {
                call.callerHangsUp();
            }
        });
    }

    @Override
    public void rings(Phone phone) {
        Phone.Line rung = phone.line;
        if (random.nextInt(12) == 0 || rung == null) {
            return;
        }
        timeline.after(between(4, 8), () -> {
            if (rung.equals(phone.line) && phone.ringing()) {
                rung.answered(phone);
            }
        });
    }

    @Override
    public void talks(QueueCall call, Phone phone) {
        boolean callerEnds = random.nextInt(3) > 0;
        timeline.after(between(15, 60), () -> {
            if (call.equals(phone.line)) {
                if (callerEnds) {
                    call.callerHangsUp();
                } else {
                    call.hungUp(phone);
                }
            }
        });
    }

    @Override
    public void talks(TakenCall call) {
        timeline.after(between(15, 60), call::callerHangsUp);
    }

    @Override
    public void outsideRings(DialledCall call) {
        int fate = random.nextInt(10);
        if (fate == 0) {
            timeline.after(between(1, 3), call::farBusy);
        } else if (fate == 1) {
            timeline.after(between(20, 25), call::farRangOut);
        } else {
            timeline.after(between(3, 8), call::farAnswers);
        }
    }

    @Override
    public void talks(DialledCall call) {
        timeline.after(between(15, 45), call::farHangsUp);
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(Math.round(random.nextLong(least * 1_000L, most * 1_000L) / pace));
    }
}
