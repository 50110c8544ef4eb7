package dev.trunkline.routing;

import dev.trunkline.shared.phone.PhoneIdentity;
import java.util.Set;

/**
 * Numbers that are not wanted. Pure; an answer takes as many looks as a number has digits, however long the list is.
 *
 * @param numbers in normal form
 * @param prefixes beginnings of numbers in E.164, such as {@code +4470}
 */
record BlockList(Set<String> numbers, Set<String> prefixes) {
    static final BlockList EMPTY = new BlockList(Set.of(), Set.of());

    BlockList {
        numbers = Set.copyOf(numbers);
        prefixes = Set.copyOf(prefixes);
    }

    boolean has(PhoneIdentity number) {
        String key = number.key();
        return key != null && (numbers.contains(key) || hasBeginningOf(key));
    }

    private boolean hasBeginningOf(String key) {
        for (int length = 2; length <= key.length() && !prefixes.isEmpty(); length++) {
            if (prefixes.contains(key.substring(0, length))) {
                return true;
            }
        }
        return false;
    }
}
