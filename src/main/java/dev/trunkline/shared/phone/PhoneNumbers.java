package dev.trunkline.shared.phone;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import dev.trunkline.shared.phone.PhoneIdentity.Kind;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what a telephone number is. Rules of national plans come from libphonenumber; on top of them
 * stand the forms that telephone networks send and its parser does not expect: a country code without plus, a caller
 * withheld in words, digits of other scripts. Never throws on text, whatever it holds, and reads at most 64 characters
 * of it. Thread-safe.
 */
@Singleton
public final class PhoneNumbers {
    /** Longest number kept in raw form. */
    public static final int LONGEST = 64;

    /** Extensions and short codes have at most this many digits; the shortest subscriber numbers are longer. */
    private static final int LONGEST_SHORT = 6;

    private static final Set<String> WITHHELD = Set.of(
            "anonymous",
            "restricted",
            "unavailable",
            "unknown",
            "private",
            "withheld",
            "blocked",
            "asterisk",
            "nocallerid",
            "callerid",
            "id",
            "oos",
            "p",
            "o");

    private static final Pattern EXTENSION =
            Pattern.compile("([^*#].*?[0-9)])\\s*(?:;ext=|ext\\.?|x|#|转)\\s*([0-9]{1,8})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9]+|[*#][0-9*#]*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()\\[\\]./\\-‐-―−·]+");

    /** A call's numbers are asked about at each of its events. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Cache<Asked, PhoneIdentity> known =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shorts = ShortNumberInfo.getInstance();
    private final String region;

    /** @param region for numbers without country code, ISO 3166 two letters; {@code trunkline.region} */
    public PhoneNumbers(@ConfigProperty(name = "trunkline.region", defaultValue = "CN") String region) {
        var upper = region.strip().toUpperCase(Locale.ROOT);
        if (!util.getSupportedRegions().contains(upper)) {
            throw new IllegalArgumentException(
                    "trunkline.region is not a country that has telephone numbers: " + region);
        }
        this.region = upper;
    }

    /** What the text is, by the default region. */
    public PhoneIdentity normalise(@Nullable String raw) {
        return normalise(raw, region);
    }

    /**
     * What the text is.
     *
     * @param raw null or empty counts as withheld: the network gave no number
     * @param region for numbers without country code; the default one when it is not a country
     */
    public PhoneIdentity normalise(@Nullable String raw, String region) {
        if (raw == null || raw.length() > LONGEST) {
            return read(raw, region);
        }
        return known.get(new Asked(raw, region), asked -> read(asked.raw(), asked.region()));
    }

    /** What was asked. */
    private record Asked(String raw, String region) {}

    private PhoneIdentity read(@Nullable String raw, String region) {
        var text = clean(raw);
        if (text.isEmpty() || WITHHELD.contains(letters(text))) {
            return new PhoneIdentity(Kind.WITHHELD, text, null, null, null);
        }
        var plain = text;
        String extension = null;
        var parts = EXTENSION.matcher(text);
        if (parts.matches() && parts.group(1).length() > LONGEST_SHORT) {
            plain = parts.group(1);
            extension = parts.group(2);
        }
        var digits = BETWEEN.matcher(plain.replace("(0)", "")).replaceAll("");
        if (!DIALLED.matcher(digits).matches()) {
            return new PhoneIdentity(Kind.INVALID, text, null, null, null);
        }
        var home = util.getSupportedRegions().contains(region) ? region : this.region;
        if (isShort(digits, home)) {
            return new PhoneIdentity(Kind.SHORT, text, null, digits, extension);
        }
        var e164 = e164(digits, home);
        return e164 == null
                ? new PhoneIdentity(Kind.INVALID, text, null, null, null)
                : new PhoneIdentity(Kind.E164, text, e164, null, extension);
    }

    private boolean isShort(String digits, String home) {
        if (digits.startsWith("+")) {
            return false;
        }
        return digits.length() <= LONGEST_SHORT
                || digits.startsWith("*")
                || digits.startsWith("#")
                || shorts.isEmergencyNumber(digits, home)
                || isServiceNumber(digits, home);
    }

    /** Numbers such as 95588 with an extension behind them, or 12345: no subscriber's, valid only within the country. */
    private boolean isServiceNumber(String digits, String home) {
        try {
            var parsed = util.parse(digits, home);
            return !util.isPossibleNumber(parsed) && shorts.isValidShortNumberForRegion(parsed, home);
        } catch (NumberParseException notOne) {
            return false;
        }
    }

    /** Tries the forms in the order of how plainly they say the country. */
    private @Nullable String e164(String digits, String home) {
        if (digits.startsWith("+")) {
            return parsed(digits, home, false);
        }
        var national = parsed(digits, home, true);
        if (national != null) {
            return national;
        }
        if (digits.startsWith("00")) {
            var international = parsed("+" + digits.substring(2), home, false);
            if (international != null) {
                return international;
            }
        }
        // Trunks often send the country code without a plus: 8613800138000.
        if (!digits.startsWith("0")) {
            var international = parsed("+" + digits, home, true);
            if (international != null) {
                return international;
            }
        }
        return parsed(digits, home, false);
    }

    /**
     * Parses one form. Strictly: it must be a number that the country's plan has. Otherwise one as long as its numbers
     * are will do, as plans move on, provided that its normal form is its own.
     */
    private @Nullable String parsed(String text, String home, boolean strict) {
        try {
            var number = util.parse(text, home);
            var e164 = util.format(number, PhoneNumberFormat.E164);
            if (util.isValidNumber(number)) {
                return e164;
            }
            boolean fits = !strict
                    && util.isPossibleNumber(number)
                    && util.format(util.parse(e164, home), PhoneNumberFormat.E164)
                            .equals(e164);
            return fits ? e164 : null;
        } catch (NumberParseException notOne) {
            return null;
        }
    }

    /** Bounded, digits and letters of compatibility forms made plain, control and invisible characters gone. */
    private static String clean(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        var bounded = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST);
        var plain = Normalizer.normalize(bounded, Normalizer.Form.NFKC);
        var text = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(c -> Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .forEach(c -> {
                    int digit = Character.digit(c, 10);
                    if (digit >= 0) {
                        text.append(digit);
                    } else {
                        text.appendCodePoint(c);
                    }
                });
        var stripped = text.toString().strip();
        return stripped.regionMatches(true, 0, "tel:", 0, 4)
                ? stripped.substring(4).strip()
                : stripped;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s<>\"_-]", "");
    }
}
