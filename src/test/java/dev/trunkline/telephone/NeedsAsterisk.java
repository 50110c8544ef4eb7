package dev.trunkline.telephone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a real Asterisk 22. Where none can be had it is skipped with a loud line, and with {@code CI=true}
 * it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AsteriskCondition.class)
@interface NeedsAsterisk {}
