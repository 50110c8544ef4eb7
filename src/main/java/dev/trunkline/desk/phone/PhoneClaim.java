package dev.trunkline.desk.phone;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says of itself when it asks for credentials.
 *
 * @param claim the one that came with the credentials it had before; null to become the phone instead of any other browser
 */
record PhoneClaim(@Nullable UUID claim) {}
