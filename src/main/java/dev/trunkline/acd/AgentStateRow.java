package dev.trunkline.acd;

import dev.trunkline.acd.AgentState.Available;
import dev.trunkline.acd.AgentState.Busy;
import dev.trunkline.acd.AgentState.OnCall;
import dev.trunkline.acd.AgentState.Resting;
import dev.trunkline.acd.AgentState.Ringing;
import dev.trunkline.acd.AgentState.WrapUp;
import dev.trunkline.acd.Engagement.Allowance;
import dev.trunkline.acd.Engagement.Owed;
import dev.trunkline.acd.Engagement.Phase;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent's state as a row of table {@code agent_state}. */
final class AgentStateRow {
    static final String UPSERT = """
            insert into agent_state (user_id, state, since, reason, next, next_reason, missed, calls, wrap_up_call,
                wrap_up_until, wrap_up_ms, wrap_up_limit_ms, wrap_up_extensions, gone_since, page_open, page_gone_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (user_id) do update set state = $2, since = $3, reason = $4, next = $5, next_reason = $6,
                missed = $7, calls = $8::text::jsonb, wrap_up_call = $9, wrap_up_until = $10, wrap_up_ms = $11,
                wrap_up_limit_ms = $12, wrap_up_extensions = $13, gone_since = $14, page_open = $15,
                page_gone_at = $16""";

    private AgentStateRow() {}

    /** Values of {@link #UPSERT}. */
    static Tuple of(UUID userId, AgentState state, Presence presence) {
        Wish wish = state.wish();
        Engagement engagement = state instanceof Busy busy ? busy.engagement() : null;
        Owed owed = engagement == null ? null : engagement.wrapUp();
        WrapUp wrapUp = state instanceof WrapUp it ? it : null;
        Allowance allowance = wrapUp != null ? wrapUp.allowance() : owed == null ? null : owed.allowance();
        Instant pageGone = presence.pageGoneSince();
        return Tuple.from(new @Nullable Object[] {
            userId,
            AgentStateView.word(state),
            utc(state.since()),
            state instanceof AgentState.OnBreak rest ? rest.reason() : null,
            AgentStateView.word(wish),
            wish.reason(),
            missed(state),
            calls(engagement),
            wrapUp != null ? wrapUp.callId() : owed == null ? null : owed.callId(),
            wrapUp == null ? null : utc(wrapUp.until()),
            owed == null ? null : owed.length().toMillis(),
            allowance == null ? null : allowance.limit().toMillis(),
            allowance == null ? 0 : allowance.extensions(),
            wish.goneSince() == null ? null : utc(wish.goneSince()),
            presence.pageOpen(),
            pageGone == null ? null : utc(pageGone)
        });
    }

    /** The state of a row; Offline for one that makes no sense. */
    static AgentState read(Row row) {
        Instant since = row.getOffsetDateTime("since").toInstant();
        String reason = row.getString("next_reason");
        Wish wish = switch (row.getString("next")) {
            case "available" -> Wish.AVAILABLE;
            case "break" ->
                reason == null ? Wish.OFFLINE : new Wish(Wish.Kind.BREAK, reason, instant(row, "gone_since"));
            default -> Wish.OFFLINE;
        };
        int missed = row.getInteger("missed");
        String wrapUpCall = row.getString("wrap_up_call");
        Instant until = instant(row, "wrap_up_until");
        if (wrapUpCall != null && until != null) {
            return new WrapUp(since, until, wrapUpCall, wish, allowance(row, Duration.between(since, until)));
        }
        Map<String, Phase> calls = calls(row.getJsonArray("calls"));
        if (calls.isEmpty()) {
            return wish.atRest(since, missed);
        }
        Long owedMs = row.getLong("wrap_up_ms");
        Owed owed = wrapUpCall == null || owedMs == null ? null : owed(row, wrapUpCall, Duration.ofMillis(owedMs));
        Engagement engagement = new Engagement(calls, wish, missed, owed);
        return engagement.inUse() ? new OnCall(since, engagement) : new Ringing(since, engagement);
    }

    /** Whether the agent had a page, or since when not any more, as far as the row says. */
    static Presence presence(Row row) {
        return Presence.kept(row.getBoolean("page_open"), instant(row, "page_gone_at"));
    }

    private static Owed owed(Row row, String callId, Duration length) {
        return new Owed(callId, length, allowance(row, length));
    }

    /** A row of before there were limits lacks its own. */
    private static Allowance allowance(Row row, Duration otherwise) {
        Long limitMs = row.getLong("wrap_up_limit_ms");
        return new Allowance(
                limitMs == null ? otherwise : Duration.ofMillis(limitMs), row.getInteger("wrap_up_extensions"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int missed(AgentState state) {
        return switch (state) {
            case Available available -> available.missed();
            case Resting ignored -> 0;
            case Busy busy -> busy.engagement().missed();
            case WrapUp ignored -> 0;
        };
    }

    /** Alternately a call and how far it has come: an array, because jsonb objects forget the order. */
    private static String calls(@Nullable Engagement engagement) {
        JsonArray calls = new JsonArray();
        if (engagement != null) {
            engagement.calls().forEach((call, phase) -> calls.add(call).add(phase.name()));
        }
        return calls.encode();
    }

    private static Map<String, Phase> calls(JsonArray json) {
        Map<String, Phase> calls = new LinkedHashMap<>();
        for (int i = 0; i + 1 < json.size(); i += 2) {
            calls.put(json.getString(i), Phase.valueOf(json.getString(i + 1)));
        }
        return calls;
    }
}
