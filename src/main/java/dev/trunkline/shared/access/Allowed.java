package dev.trunkline.shared.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a resource method or a WebSocket endpoint (there on the class) needs. Every method under {@code /api} carries this or {@code @PermitAll}; one that
 * carries neither is refused to everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
    Permission value();
}
