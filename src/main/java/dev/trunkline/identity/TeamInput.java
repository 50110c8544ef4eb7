package dev.trunkline.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What clients may set of a team. */
public record TeamInput(@NotBlank @Size(max = 80) @Nullable String name) {}
