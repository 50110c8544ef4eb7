package dev.trunkline.shared.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.ShortNumberInfo.ShortNumberCost;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far a number to be dialled is and what it may cost, by the national plans in libphonenumber. Thread-safe. */
@Singleton
public final class Dialling {
    /** Help that a misread region must never keep anybody from: the numbers of Europe, of North America, of China. */
    private static final Set<String> EVERYWHERE = Set.of("112", "911", "110", "119", "120", "122");

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shorts = ShortNumberInfo.getInstance();
    private final String region;

    /** How far a call goes. */
    public enum Reach {
        /** Within the house's own country. */
        HOME,
        ABROAD,
        /** Charged beyond the usual, wherever it is. */
        PREMIUM
    }

    /** @param region the house's, as of {@link PhoneNumbers} */
    public Dialling(@ConfigProperty(name = "trunkline.region", defaultValue = "CN") String region) {
        this.region = region.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether these digits call for help, which nobody is ever refused. */
    public boolean emergency(String digits) {
        return EVERYWHERE.contains(digits) || shorts.isEmergencyNumber(digits, region);
    }

    /**
     * How far a public number is.
     *
     * @param e164 in normal form
     */
    public Reach reach(String e164) {
        try {
            var number = util.parse(e164, region);
            // Shared cost is the ordinary kind of business number in some plans, 400 in China for one.
            if (util.getNumberType(number) == PhoneNumberType.PREMIUM_RATE) {
                return Reach.PREMIUM;
            }
            return region.equals(util.getRegionCodeForNumber(number)) || ofNoRegion(number) ? Reach.HOME : Reach.ABROAD;
        } catch (NumberParseException unread) {
            return Reach.PREMIUM;
        }
    }

    /** Of a country code that several countries share, a number that the plans give to none of them. */
    private boolean ofNoRegion(PhoneNumber number) {
        return util.getRegionCodeForNumber(number) == null
                && number.getCountryCode() == util.getCountryCodeForRegion(region);
    }

    /**
     * How far a short number is that is no subscriber's, a bank's or a utility's within the country.
     *
     * @return empty when there is no such number in the house's country
     */
    public Optional<Reach> service(String digits) {
        try {
            var number = util.parse(digits, region);
            if (!shorts.isValidShortNumberForRegion(number, region)) {
                return Optional.empty();
            }
            return Optional.of(
                    shorts.getExpectedCostForRegion(number, region) == ShortNumberCost.PREMIUM_RATE
                            ? Reach.PREMIUM
                            : Reach.HOME);
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }
}
