package dev.trunkline.faults;

import dev.trunkline.system.Alone;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * In the middle of a rush on a real Asterisk something fails: the link, the PBX, the service, the database, or all of them.
 * Afterwards calls, tickets and follow-ups are what the PBX's own journal says, nothing lost and nothing doubled.
 */
@Alone
class FaultsIT {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open();
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @AfterEach
    void repair() {
        site.repair();
    }

    @Moments
    void theLinkIsCutForASecond(Moment moment) {
        Story story = new Story(site, moment);
        story.deaf(() -> {
            site.relay().cut();
            Moment.passes(Duration.ofSeconds(1));
            site.relay().heal();
        });
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void theLinkIsCutForAMinute(Moment moment) {
        Story story = new Story(site, moment);
        story.deaf(() -> {
            site.relay().cut();
            Moment.passesSeconds(60, 6);
            site.relay().heal();
        });
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void thePbxWritesHalfALineAndNoMore(Moment moment) {
        Story story = new Story(site, moment);
        story.deaf(() -> {
            site.relay().stallWithinALine();
            Moment.passesSeconds(40, 8);
            site.relay().heal();
        });
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void thePbxNeitherReadsNorWritesForAWhile(Moment moment) {
        Story story = new Story(site, moment);
        site.relay().stall();
        Moment.passesSeconds(5, 2);
        site.relay().heal();
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void thePbxIsKilled(Moment moment) {
        Story story = new Story(site, moment);
        story.deaf(() -> story.pbxDies(() -> Moment.passesSeconds(10, 1)));
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void theServiceIsKilled(Moment moment) {
        Story story = new Story(site, moment);
        story.deaf(() -> {
            site.killService();
            Moment.passesSeconds(60, 6);
            site.startService();
        });
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void theDatabaseStandsStill(Moment moment) {
        Story story = new Story(site, moment);
        site.databaseServer().freeze();
        Moment.passesSeconds(30, 6);
        site.databaseServer().thaw();
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void theDatabaseIsKilled(Moment moment) {
        Story story = new Story(site, moment);
        site.databaseServer().kill();
        Moment.passesSeconds(30, 6);
        site.databaseServer().start();
        story.ends();
        Reckoning.of(site, story);
    }

    @Moments
    void everythingIsKilledAtOnce(Moment moment) {
        Story story = new Story(site, moment);
        story.deaf(() -> {
            story.pbxDies(() -> {
                site.killService();
                site.databaseServer().kill();
                Moment.passesSeconds(10, 1);
            });
            Moment.passesSeconds(50, 5);
            site.databaseServer().start();
            site.startService();
        });
        story.ends();
        Reckoning.of(site, story);
    }
}
