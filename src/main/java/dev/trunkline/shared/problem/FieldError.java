package dev.trunkline.shared.problem;

/**
 * What is wrong with one field.
 *
 * @param field path within the body, such as {@code contacts[0].phones[1].raw}, or a parameter's name
 * @param code stable word for clients to translate, such as {@code not-blank} or {@code size}
 * @param message the same in English
 */
public record FieldError(String field, String code, String message) {}
