package dev.trunkline.shared.crud;

import java.util.UUID;

/** A view that says which state of which thing it shows; its version is the ETag. */
public interface Versioned {
    UUID id();

    long version();
}
