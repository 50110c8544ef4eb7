package dev.trunkline.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An {@code *IT} that has the machine to itself, for it compares stamps within a quarter of a second or keeps both cores
 * busy. The others, which mostly wait for telephones, run two at a time (see the failsafe plugin in {@code pom.xml}).
 */
@Tag("alone")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Alone {}
