package dev.trunkline.identity;

import dev.trunkline.shared.crud.Versioned;
import java.util.UUID;

/** A team as clients see it. */
public record TeamView(UUID id, String name, long version) implements Versioned {}
