package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallRecovery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts calls right from the journal: asks the database what it has, then the tracker, which has the last word. */
@ApplicationScoped
class CallRecounting implements CallRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(CallRecounting.class);

    private final CallTracker tracker;
    private final CallTracking tracking;
    private final CallWriter writer;
    private final CallRows rows;

    CallRecounting(TrackingRules rules, CallTracking tracking, CallWriter writer, CallRows rows) {
        this.tracker = new CallTracker(rules.rules());
        this.tracking = tracking;
        this.writer = writer;
        this.rows = rows;
    }

    @Override
    public Uni<Set<String>> settled(Collection<String> callIds) {
        return rows.endedAsSeen(List.copyOf(callIds)).map(Set::copyOf);
    }

    @Override
    public Uni<List<Result>> recount(List<CallAccount> accounts) {
        List<String> unheld = accounts.stream()
                .filter(account -> !tracking.holds(account))
                .map(CallAccount::callId)
                .toList();
        Uni<Map<String, Call>> known = unheld.isEmpty() ? Uni.createFrom().item(Map.of()) : rows.find(unheld);
        return known.flatMap(stored -> Multi.createFrom()
                .iterable(accounts)
                .onItem()
                .transformToUniAndConcatenate(account -> recount(account, stored.get(account.callId())))
                .collect()
                .asList());
    }

    private Uni<Result> recount(CallAccount account, @Nullable Call stored) {
        try {
            return stored != null && !stored.open()
                    ? amend(stored, account)
                    : Uni.createFrom().item(tracking.recount(account, stored));
        } catch (RuntimeException odd) {
            LOG.error("The journal's account of call {} could not be folded", account.callId(), odd);
            return Uni.createFrom().item(Result.LATER);
        }
    }

    private Uni<Result> amend(Call stored, CallAccount account) {
        Call after = stored.recovered() ? tracker.recount(stored, account) : stored;
        return after == null || after.equals(stored)
                ? Uni.createFrom().item(Result.KNOWN)
                : rows.amend(stored, after)
                        .replaceWith(Result.MENDED)
                        .onFailure(CallWriter::refusedForGood)
                        .recoverWithItem(refusal -> {
                            LOG.error("The database refuses what is known better of call {}", after.id(), refusal);
                            return Result.KNOWN;
                        });
    }

    @Override
    public void keepEnds(String pbx, Instant begunBefore) {
        tracking.keepEnds(pbx, begunBefore);
    }

    @Override
    public Set<String> keptEnds(String pbx) {
        return tracking.keptEnds(pbx);
    }

    @Override
    public void releaseEnds(String pbx) {
        tracking.releaseEnds(pbx);
    }

    @Override
    public Optional<Instant> unsettledSince(String pbx) {
        return Stream.concat(tracking.earliest(pbx).stream(), writer.earliest(pbx).stream())
                .min(Instant::compareTo);
    }

    @Override
    public Optional<Instant> takeLoss(String pbx) {
        return writer.takeLoss(pbx);
    }

    @Override
    public void onLoss(Runnable told) {
        writer.onLoss(told);
    }

    @Override
    public void onPartEnd(Runnable told) {
        tracking.onPartEnd(told);
    }
}
