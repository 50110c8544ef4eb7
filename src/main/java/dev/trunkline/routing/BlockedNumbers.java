package dev.trunkline.routing;

import static java.util.Objects.requireNonNull;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/** Making, seeing and changing the block list. It is the house's and nobody's own. */
@Singleton
class BlockedNumbers extends Crud<BlockedNumber, BlockedNumberInput, BlockedNumberView> {
    static final String KIND = "blocked-number";
    private static final ScopeRule EVERYBODYS = new ScopeRule("1 = 1", "1 = 1");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()./-]+");
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,14}");

    private final PhoneNumbers numbers;

    BlockedNumbers(CrudKit kit, PhoneNumbers numbers) {
        super(
                kit,
                CrudSpec.of(
                                BlockedNumber.class,
                                BlockedNumberInput.class,
                                KIND,
                                Permission.ROUTING_READ,
                                Permission.ROUTING_WRITE)
                        .scopedBy(EVERYBODYS)
                        .orderedBy(CrudSpec.<BlockedNumber>byId()
                                .by("-createdAt", "e.createdAt", Instant.class, BlockedNumber::createdAt)
                                .by("number", "e.numberKey", String.class, blocked -> blocked.numberKey)));
        this.numbers = numbers;
    }

    @Override
    protected BlockedNumber fresh(Reader reader) {
        return BlockedNumber.fresh();
    }

    @Override
    protected BlockedNumberInput input(BlockedNumber blocked) {
        return new BlockedNumberInput(blocked.number, blocked.prefix, blocked.note);
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, BlockedNumber blocked, BlockedNumberInput input) {
        blocked.number = requireNonNull(input.number()).strip();
        blocked.prefix = Boolean.TRUE.equals(input.prefix());
        blocked.numberKey = blocked.prefix ? beginning(blocked.number) : whole(blocked.number);
        blocked.note = input.note();
        return Uni.createFrom().voidItem();
    }

    private static String beginning(String number) {
        String digits = BETWEEN.matcher(number).replaceAll("");
        if (!PREFIX.matcher(digits).matches()) {
            throw Problem.invalid("number", "not-a-prefix", "a prefix is a plus and 1 to 15 digits");
        }
        return digits;
    }

    private String whole(String number) {
        String key = numbers.normalise(number).key();
        if (key == null) {
            throw Problem.invalid("number", "not-a-number", "this is no telephone number");
        }
        return key;
    }

    @Override
    protected Uni<List<BlockedNumberView>> views(Mutiny.Session session, List<BlockedNumber> blocked) {
        return Uni.createFrom()
                .item(blocked.stream()
                        .map(one -> new BlockedNumberView(
                                one.id(),
                                one.number,
                                one.prefix,
                                one.numberKey,
                                one.note,
                                one.createdAt(),
                                one.version()))
                        .toList());
    }

    @Override
    protected void search(Where where, String text) {
        String like = Where.containing(text.toLowerCase(Locale.ROOT));
        where.add(
                "e.numberKey like ? escape '!' or e.number like ? escape '!' or lower(e.note) like ? escape '!'",
                like,
                like,
                like);
    }
}
