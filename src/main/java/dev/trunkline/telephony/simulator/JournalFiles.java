package dev.trunkline.telephony.simulator;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CEL and queue_log as the Asterisk of {@code telephony-config} writes them: {@code cel-custom/cel_master.json} and
 * {@code queue_log} in one directory, a line as it happens.
 */
final class JournalFiles implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);

    private final Timeline timeline;
    private final Path cel;
    private final Path queueLog;

    /** Channels of each conversation. */
    private final Map<String, Integer> channels = new HashMap<>();

    /** Who hung up, by conversation. */
    private final Map<String, String> hungUpBy = new HashMap<>();

    private final Map<String, String> dialStatus = new HashMap<>();

    JournalFiles(Timeline timeline, Path directory) {
        this.timeline = timeline;
        Path celDirectory = directory.resolve("cel-custom");
        cel = celDirectory.resolve("cel_master.json");
        queueLog = directory.resolve("queue_log");
        try {
            Files.createDirectories(celDirectory);
        } catch (IOException failure) {
            throw new UncheckedIOException("The simulated PBX can have no journal in " + directory, failure);
        }
    }

    @Override
    public void began(Channel channel) {
        channels.merge(channel.linkedId, 1, Integer::sum);
        row("CHAN_START", channel, "");
    }

    @Override
    public void answered(Channel channel) {
        row("ANSWER", channel, "");
    }

    @Override
    public void entered(Channel channel, String bridge) {
        row("BRIDGE_ENTER", channel, bridge(bridge));
    }

    @Override
    public void left(Channel channel, String bridge) {
        row("BRIDGE_EXIT", channel, bridge(bridge));
    }

    @Override
    public void said(Channel channel, String name, String value) {
        JsonObject row = described(
                "USER_DEFINED", channel, new JsonObject().put("extra", value).encode());
        append(cel, row.put("eventtype", name).put("userdeftype", name).encode());
    }

    @Override
    public void dialled(Channel channel, String status) {
        dialStatus.put(channel.id, status);
    }

    @Override
    public void asked(Channel channel) {
        hungUpBy.putIfAbsent(channel.linkedId, channel.name);
    }

    @Override
    public void runs(Channel channel) {
        row("APP_START", channel, "");
    }

    @Override
    public void ran(Channel channel) {
        row("APP_END", channel, "");
    }

    @Override
    public void ended(Channel channel, int cause) {
        String status = dialStatus.remove(channel.id);
        JsonObject extra = new JsonObject()
                .put("hangupcause", cause)
                .put("hangupsource", hungUpBy.getOrDefault(channel.linkedId, ""))
                .put("dialstatus", status == null ? "" : status);
        row("HANGUP", channel, extra.encode());
        row("CHAN_END", channel, "");
        if (channels.merge(channel.linkedId, -1, Integer::sum) <= 0) {
            channels.remove(channel.linkedId);
            hungUpBy.remove(channel.linkedId);
            row("LINKEDID_END", channel, "");
        }
    }

    @Override
    public void queued(Channel caller, String queue, @Nullable String agent, String event, Object... details) {
        String end = Arrays.stream(details).map(String::valueOf).collect(Collectors.joining("|"));
        append(
                queueLog,
                String.join(
                        "|",
                        String.valueOf(timeline.now().getEpochSecond()),
                        caller.id,
                        queue,
                        agent == null ? "NONE" : agent,
                        event,
                        end));
    }

    private static String bridge(String id) {
        return new JsonObject()
                .put("bridge_id", id)
                .put("bridge_technology", "simple_bridge")
                .encode();
    }

    private void row(String type, Channel channel, String extra) {
        append(cel, described(type, channel, extra).encode());
    }

    private JsonObject described(String type, Channel channel, String extra) {
        return new JsonObject()
                .put("eventtype", type)
                .put("eventenum", type)
                .put("eventtime", Wire.stamp(timeline.now()))
                .put("userdeftype", "")
                .put("num", channel.callerNumber == null ? "" : channel.callerNumber)
                .put("exten", channel.exten)
                .put("context", channel.context)
                .put("channame", channel.name)
                .put("appname", channel.application)
                .put("appdata", channel.applicationData)
                .put("uniqueid", channel.id)
                .put("linkedid", channel.linkedId)
                .put("peer", "")
                .put("eventextra", extra);
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            LOG.error("The simulated PBX could not write its journal {}", file, failure);
        }
    }
}
