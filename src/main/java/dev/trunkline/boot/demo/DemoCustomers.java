package dev.trunkline.boot.demo;

import static dev.trunkline.boot.demo.Batch.row;
import static dev.trunkline.boot.demo.Batch.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.customer.ContactView;
import dev.trunkline.customer.Findable;
import dev.trunkline.customer.PhoneView;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the demo's customers: companies and people, Chinese and from elsewhere, some of whom share a telephone. */
@Singleton
class DemoCustomers {
    static final int HOW_MANY = 250;
    private static final int SHARED = 8;

    private static final String CUSTOMER = """
            insert into customer (id, version, created_at, updated_at, owner_id, team_id, kind, name, tags, vip, note,
                contacts, findable)
            values ($1, 0, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String PHONE = """
            insert into customer_phone (id, customer_id, phone_key, digits, raw, contact_name)
            values ($1, $2, $3, $4, $5, $6)""";

    private static final List<String> TAGS_ZH = List.of("合同客户", "门店", "续约中", "老客户", "租赁", "样机试用");
    private static final List<String> TAGS_EN =
            List.of("contract", "shop floor", "renewal", "long-standing", "rental", "trial");
    private static final List<String> NOTES_ZH =
            List.of("上午十点前不方便接电话。", "发票抬头请务必与合同一致。", "前台转机 8012 找设施管理。", "偏好微信联系，电话作为备用。", "今年计划再开两家分店。");
    private static final List<String> NOTES_EN = List.of(
            "Prefers to be called after ten.",
            "Two floors, two machines; ask which one it is.",
            "Invoices go to accounts, not to the office manager.",
            "Plans to open a second branch this year.",
            "Speaks some Mandarin, and is glad of it.");

    private final ObjectMapper json;
    private final PhoneNumbers phones;

    DemoCustomers(ObjectMapper json, PhoneNumbers phones) {
        this.json = json;
        this.phones = phones;
    }

    List<DemoCustomer> make(Dice dice, DemoNumbers numbers, Map<String, Colleague> staff, Instant now) {
        DemoNames names = new DemoNames(dice);
        Set<String> taken = new HashSet<>();
        List<DemoCustomer> customers = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            boolean chinese = dice.chance(0.62);
            boolean company = dice.chance(0.45);
            String name = unique(taken, () -> company ? names.company(chinese) : names.person(chinese));
            List<ContactView> contacts = new ArrayList<>();
            contacts.add(contact(company ? names.person(chinese) : name, company, chinese, dice, names, numbers));
            while (company && contacts.size() < 3 && dice.chance(0.4)) {
                contacts.add(contact(names.person(chinese), true, chinese, dice, names, numbers));
            }
            boolean vip = dice.chance(0.08);
            Duration age =
                    dice.chance(0.12) ? dice.seconds(3_600, 29 * 86_400) : dice.seconds(31 * 86_400, 500 * 86_400);
            customers.add(new DemoCustomer(
                    Ids.next(),
                    now.minus(age),
                    company,
                    name,
                    chinese,
                    vip,
                    tags(vip, chinese, dice),
                    dice.chance(0.25) ? dice.pick(chinese ? NOTES_ZH : NOTES_EN) : null,
                    owner(company, staff, dice),
                    contacts));
        }
        share(customers, dice);
        return customers;
    }

    List<Batch> rows(List<DemoCustomer> customers) {
        return List.of(
                new Batch(CUSTOMER, customers.stream().map(one -> customer(one)).toList()),
                new Batch(
                        PHONE,
                        customers.stream()
                                .flatMap(DemoCustomer::lines)
                                .map(line -> row(
                                        Ids.next(),
                                        line.customer().id(),
                                        line.e164(),
                                        line.e164().substring(1),
                                        line.raw(),
                                        line.contact()))
                                .toList()));
    }

    /** The numbers in normal form. */
    List<String> normal(List<String> numbers) {
        return numbers.stream()
                .map(phones::normalise)
                .map(PhoneIdentity::e164)
                .filter(Objects::nonNull)
                .toList();
    }

    private Tuple customer(DemoCustomer one) {
        Colleague owner = one.owner();
        try {
            return row(
                    one.id(),
                    utc(one.createdAt()),
                    owner == null ? null : owner.id(),
                    owner == null ? null : owner.teamId(),
                    one.company() ? "company" : "person",
                    one.name(),
                    one.tags().toArray(String[]::new),
                    one.vip(),
                    one.note(),
                    json.writeValueAsString(one.contacts()),
                    Findable.of(one.name(), one.contacts()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contacts have no JSON form", e);
        }
    }

    private ContactView contact(
            String name, boolean company, boolean chinese, Dice dice, DemoNames names, DemoNumbers numbers) {
        List<PhoneView> lines = new ArrayList<>();
        lines.add(phone(chinese ? numbers.mobile() : numbers.abroad(), chinese ? "手机" : "mobile"));
        if (company && chinese && dice.chance(0.5)) {
            lines.add(phone(numbers.office(), "办公室"));
        }
        String email = dice.chance(0.5) ? "contact" + dice.between(100, 99_999) + "@example.com" : null;
        return new ContactView(Ids.next(), name, company ? names.title(chinese) : null, email, lines);
    }

    private PhoneView phone(String raw, String label) {
        return new PhoneView(raw, phones.normalise(raw).e164(), label);
    }

    /** Two of a household or an office at one telephone: the pop has to ask which of them calls. */
    private static void share(List<DemoCustomer> customers, Dice dice) {
        for (int i = 0; i < SHARED; i++) {
            DemoCustomer from = customers.get(i * 2);
            int at = SHARED * 2 + i * 5;
            DemoCustomer to = customers.get(at);
            ContactView first = to.contacts().getFirst();
            List<PhoneView> phones = new ArrayList<>(first.phones());
            phones.add(dice.pick(from.contacts().getFirst().phones()));
            List<ContactView> contacts = new ArrayList<>(to.contacts());
            contacts.set(0, new ContactView(first.id(), first.name(), first.title(), first.email(), phones));
            customers.set(
                    at,
                    new DemoCustomer(
                            to.id(),
                            to.createdAt(),
                            to.company(),
                            to.name(),
                            to.chinese(),
                            to.vip(),
                            to.tags(),
                            to.note(),
                            to.owner(),
                            contacts));
        }
    }

    private static List<String> tags(boolean vip, boolean chinese, Dice dice) {
        List<String> tags = new ArrayList<>();
        if (vip) {
            tags.add(chinese ? "重点客户" : "key account");
        }
        if (dice.chance(0.6)) {
            tags.add(dice.pick(chinese ? TAGS_ZH : TAGS_EN));
        }
        return tags;
    }

    private static @Nullable Colleague owner(boolean company, Map<String, Colleague> staff, Dice dice) {
        if (dice.chance(company ? 0.5 : 0.1)) {
            return staff.get("sofia");
        }
        return dice.chance(0.1) ? staff.get("yuki") : null;
    }

    private static String unique(Set<String> taken, Supplier<String> names) {
        String name = names.get();
        while (!taken.add(name)) {
            name = names.get();
        }
        return name;
    }
}
